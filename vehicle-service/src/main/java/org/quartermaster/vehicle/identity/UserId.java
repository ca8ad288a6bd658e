package org.quartermaster.vehicle.identity;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.security.Caller;

/** Users by their id: that of the identity service, or one made of a foreign issuer's subject (RFC 9562, section 5.3). */
public final class UserId {
    private UserId() {}

    /** Null for the service itself. */
    public static UUID of(Caller caller) {
        return caller.subject().equals(Caller.SYSTEM) ? null : of(caller.subject());
    }

    static UUID of(String subject) {
        return Ids.parse(subject).orElseGet(() -> UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8)));
    }
}
