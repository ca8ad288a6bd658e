package org.quartermaster.equipment.alert;

import java.time.Instant;

/**
 * How the latest alert of a machine and key stands.
 *
 * @param open unresolved
 * @param quiet a person resolved it, and the condition has not been gone since
 * @param readingAt device time of the reading that raised it; null where there was no alert
 */
public record Standing(boolean open, boolean quiet, Instant readingAt) {
    public static final Standing NONE = new Standing(false, false, null);

    /** True when a person resolved it, and it was about a reading that is not older. */
    public boolean isAbout(Instant reading) {
        return quiet && readingAt != null && !readingAt.isBefore(reading);
    }

    /** What an alert is of: a machine and a dedupe key. */
    public record Key(String equipmentId, String dedupeKey) {}
}
