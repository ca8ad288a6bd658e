package org.quartermaster.equipment.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.quartermaster.platform.rest.Fields;

/** How long an alert is put off. */
final class Snooze {
    private static final int MAX_HOURS = 2_160;

    private Snooze() {}

    /** The time from {@code until} or {@code hours}, of which one must be given; null with the error noted. */
    static Instant read(Fields fields) {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var hours = fields.integer("hours", 1, MAX_HOURS).value();
        var until = fields.time("until").value();
        if (fields.has("hours") == fields.has("until")) {
            fields.error("until", fields.has("until") ? "conflicting_values" : "missing");
        } else if (until != null && !until.isAfter(now)) {
            fields.error("until", "in_past");
        } else if (until != null && until.isAfter(now.plus(Duration.ofHours(MAX_HOURS)))) {
            fields.error("until", "less_than_equal", now.plus(Duration.ofHours(MAX_HOURS)));
        }
        return hours == null ? until : now.plus(Duration.ofHours(hours));
    }
}
