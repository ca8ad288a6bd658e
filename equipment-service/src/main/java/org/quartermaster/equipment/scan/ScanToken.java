package org.quartermaster.equipment.scan;

import java.time.Instant;

/** What a label carries instead of a name: who knows it may look at the machine and report a fault, nothing else. */
public record ScanToken(String equipmentId, String token, Instant createdAt) {

    /** The address on the label. */
    public String url(ScanConfig config) {
        return config.publicUrl().replaceFirst("/+$", "") + "/scan/" + token;
    }
}
