package org.quartermaster.vehicle.load;

import java.time.Instant;
import java.util.UUID;

/**
 * One file to load.
 *
 * @param fileId of its entry in the registry, which exists within the transaction
 * @param snapshotAt when the feed was exported
 * @param isSnapshot whether it names all lots of its source
 */
public record LoadOrder(UUID fileId, String source, Instant snapshotAt, boolean isSnapshot) {
    private static final String USUAL_SOURCE = "copart";

    /** The number of a lot as it is stored. */
    String number(String lot) {
        return lot == null || source.equals(USUAL_SOURCE) ? lot : source + ":" + lot;
    }
}
