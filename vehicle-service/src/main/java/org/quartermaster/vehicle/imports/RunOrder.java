package org.quartermaster.vehicle.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.quartermaster.platform.spool.Spool;

/**
 * A run as its worker takes it.
 *
 * @param id of the run, its job and its file
 * @param about what was said when the file came in
 * @param state of the run
 * @param error why it was closed, or null
 * @param isSilent whether nobody who has its file was heard of for too long
 * @param counts of one that is done, else null
 */
record RunOrder(
        UUID id,
        JsonNode about,
        String state,
        String error,
        boolean dryRun,
        int attempt,
        boolean isSilent,
        JsonNode counts) {

    boolean isDone() {
        return state.equals("completed");
    }

    /** Closed before its job could say so. */
    boolean isClosed() {
        return !state.equals("queued") && !state.equals("running");
    }

    String source() {
        return about.path("source").textValue();
    }

    Instant snapshotAt() {
        return Instant.parse(about.path("snapshot_at").textValue());
    }

    boolean isSnapshot() {
        return about.path("mode").textValue().equals("snapshot");
    }

    Spool.Received file() {
        return new Spool.Received(
                id,
                about.path("sha256").textValue(),
                about.path("bytes").longValue(),
                about.path("compression").textValue(),
                about.path("is_corrupt").booleanValue());
    }
}
