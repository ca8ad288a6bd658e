package org.quartermaster.procurement.fraud;

import java.util.List;
import java.util.UUID;

/**
 * Somebody who was screened.
 *
 * @param user null at a registration, before there is one
 * @param emailHash of the address as one has one trial with it
 * @param deviceHash of the fingerprint, or null
 * @param emailKeys by which similar addresses are found
 */
public record Screened(
        UUID user,
        String emailHash,
        String deviceHash,
        List<String> emailKeys,
        Visit visit,
        Network network,
        Assessment assessment) {

    /** The same visitor, judged otherwise. */
    Screened with(Assessment other) {
        return new Screened(user, emailHash, deviceHash, emailKeys, visit, network, other);
    }

    /** The same, once he is a user. */
    public Screened as(UUID registered) {
        return new Screened(registered, emailHash, deviceHash, emailKeys, visit, network, assessment);
    }
}
