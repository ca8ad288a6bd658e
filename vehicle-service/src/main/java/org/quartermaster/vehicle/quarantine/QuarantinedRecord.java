package org.quartermaster.vehicle.quarantine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.vehicle.feed.FeedHeader;
import org.quartermaster.vehicle.feed.FileRejected;

/**
 * A record in quarantine with what is known of its file.
 *
 * @param payload its values by the names of the header; null where it could not be split
 * @param columns the header of the file
 */
record QuarantinedRecord(
        long id,
        int rowNo,
        int lineNo,
        String state,
        long version,
        String rawText,
        Map<String, String> payload,
        Mend mend,
        Origin origin,
        List<String> columns) {
    private static final ProblemType CLOSED = new ProblemType(409, "quarantine_closed");

    /** The file of a record. */
    record Origin(UUID fileId, String source, Instant snapshotAt, String state) {
        private static final ProblemType NOT_LOADED = new ProblemType(409, "import_not_loaded");

        /** NB: of a file that was rejected nothing is applied; the file is sent again. */
        void requireLoaded() {
            requireLoaded(state);
        }

        static void requireLoaded(String state) {
            if (!state.equals("loaded")) {
                throw Problem.of(NOT_LOADED);
            }
        }
    }

    void requireOpen() {
        requireOpen(state);
    }

    static void requireOpen(String state) {
        if (!state.equals("open")) {
            throw Problem.of(CLOSED, state);
        }
    }

    FeedHeader header() {
        try {
            return FeedHeader.of(columns);
        } catch (FileRejected impossible) {
            throw new IllegalStateException("a header that was read before", impossible);
        }
    }
}
