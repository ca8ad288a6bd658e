package org.quartermaster.platform.security;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Set;

/**
 * Who acts, and for which tenant.
 *
 * @param subject user id, or {@code system}
 * @param requestId id of the request, kept in the audit trail
 * @param traceparent W3C trace context of the request, or null; events carry it on
 * @param origin where the request came from; null outside of a request
 */
public record Caller(
        String tenant, String subject, Set<String> roles, String requestId, String traceparent, Origin origin) {
    public static final String TENANT = "tenant";
    /** Name of the attribute of an identity that holds the session of its token. */
    public static final String SESSION = "sid";

    public static final String SYSTEM = "system";

    /**
     * Where a request came from.
     *
     * @param address of the client, or null; a proxy's word counts only from those that are trusted
     * @param userAgent as the client calls itself, or null
     * @param isByKey whether it brought an API key instead of a token
     */
    public record Origin(String address, String userAgent, boolean isByKey) {}

    /** A caller outside of a request. */
    public Caller(String tenant, String subject, Set<String> roles, String requestId, String traceparent) {
        this(tenant, subject, roles, requestId, traceparent, null);
    }

    /** The caller of a request, before its trace is known. */
    public static Caller of(SecurityIdentity identity, String requestId) {
        return new Caller(
                identity.getAttribute(TENANT), identity.getPrincipal().getName(), identity.getRoles(), requestId, null);
    }

    /** The service itself, acting within one tenant. */
    public static Caller system(String tenant) {
        return new Caller(tenant, SYSTEM, Set.of(), null, null);
    }

    /** The same caller within the given trace. */
    public Caller traced(String context) {
        return new Caller(tenant, subject, roles, requestId, context, origin);
    }

    /** The same caller with what is known of the request's origin. */
    public Caller from(Origin place) {
        return new Caller(tenant, subject, roles, requestId, traceparent, place);
    }

    /** The same caller, acting in another tenant. */
    public Caller within(String other) {
        return new Caller(other, subject, roles, requestId, traceparent, origin);
    }

    /** Whether the caller has the role, by itself or with a higher one. */
    public boolean is(String role) {
        return roles.contains(role);
    }

    /** {@code user} or {@code system}, as events say it. */
    public String type() {
        return subject.equals(SYSTEM) ? "system" : "user";
    }
}
