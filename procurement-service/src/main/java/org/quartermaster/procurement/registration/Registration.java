package org.quartermaster.procurement.registration;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.quartermaster.procurement.fraud.Fingerprint;
import org.quartermaster.procurement.user.EmailAddress;

/**
 * Who wants an account.
 *
 * @param organizationName of the organization that he will own
 * @param invitationToken of an organization that invited him, or null
 * @param fingerprint what the client says of its device, or null
 * @param agent as the client calls itself, or null
 */
record Registration(
        EmailAddress email,
        String password,
        String fullName,
        String organizationName,
        String invitationToken,
        Fingerprint fingerprint,
        String agent,
        Locale language) {

    /** What is kept with the mailed token. */
    JsonObject payload() {
        var payload = new JsonObject();
        return invitationToken == null ? payload : payload.put("invitation", invitationToken);
    }

    /** As above, for an account that waits to be verified: the password is that of who reads the mail. */
    JsonObject payload(String passwordHash) {
        return payload().put("password_hash", passwordHash).put("full_name", fullName);
    }
}
