package org.quartermaster.procurement.match;

import java.util.UUID;
import org.quartermaster.procurement.verdict.Explanation;
import org.quartermaster.procurement.verdict.TenderVersion;

/** A change of a tender that an alert admits, and why. */
record Found(ActiveAlert alert, TenderChange change, TenderVersion tender, Explanation explanation) {

    /** What is told once: a user, a tender and its version. */
    Told told() {
        return new Told(alert.userId(), change.tenderId(), change.materialVersion());
    }

    /** What a match is known by. */
    Key key() {
        return new Key(alert.alertId(), change.tenderId(), change.materialVersion());
    }

    record Told(UUID userId, String tenderId, int materialVersion) {
        String dedupeKey() {
            return "tender:" + tenderId + ":" + materialVersion;
        }
    }

    record Key(UUID alertId, String tenderId, int materialVersion) {}
}
