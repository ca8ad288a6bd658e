package org.quartermaster.platform.security;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Set;

/**
 * Who acts, and for which tenant.
 *
 * @param subject user id, or {@code system}
 * @param requestId id of the request, kept in the audit trail
 * @param traceparent W3C trace context of the request, or null; events carry it on
 */
public record Caller(String tenant, String subject, Set<String> roles, String requestId, String traceparent) {
    public static final String TENANT = "tenant";
    /** Name of the attribute of an identity that holds the session of its token. */
    public static final String SESSION = "sid";

    public static final String SYSTEM = "system";

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
        return new Caller(tenant, subject, roles, requestId, context);
    }

    /** The same caller, acting in another tenant. */
    public Caller within(String other) {
        return new Caller(other, subject, roles, requestId, traceparent);
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
