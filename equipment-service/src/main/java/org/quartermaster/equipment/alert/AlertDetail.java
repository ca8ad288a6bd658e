package org.quartermaster.equipment.alert;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/** One alert with all that was done with it, oldest first. */
record AlertDetail(@JsonUnwrapped AlertView alert, List<Entry> log) implements Versioned {
    @Override
    public long version() {
        return alert.version();
    }

    /** One line of the log. */
    @Schema(name = "AlertHistoryEntry")
    record Entry(Instant at, String actor, String action, AlertState fromState, AlertState toState, String note) {}
}
