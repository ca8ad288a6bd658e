package org.quartermaster.procurement.user;

import java.util.Set;
import java.util.UUID;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.audit.AuditLog;

/**
 * Who sends a request whose user is not known by an access token.
 *
 * @param address of the client, or null
 * @param origin the address, or of IPv6 the network, as failures are counted
 */
public record Visitor(String requestId, String traceparent, String address, String origin) {

    /** The visitor of a request. NB: read at its begin, because later steps may run elsewhere. */
    public static Visitor of(Call call) {
        return new Visitor(call.requestId(), call.traceparent(), call.address(), call.origin());
    }

    /** Nobody yet: sees nothing but what the look-up functions tell. */
    public Caller nobody() {
        return new Caller(AuditLog.PLATFORM, Caller.SYSTEM, Set.of(), requestId, traceparent);
    }

    /** The user that the visitor turned out to be, by a password or a secret token. */
    public Caller user(UUID user, String tenant) {
        return new Caller(tenant, user.toString(), Set.of(), requestId, traceparent);
    }
}
