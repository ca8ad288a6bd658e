package org.quartermaster.platform.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.security.Caller;

/**
 * A job as a worker takes it.
 *
 * @param caller who asked for it; its changes are made in his name
 * @param language of the one who asked, for texts in the output
 * @param attempt how many workers have taken it, this one included
 * @param checkpoint where an earlier attempt left it, or null
 */
record Job(
        String id,
        String kind,
        Caller caller,
        ObjectNode parameters,
        Locale language,
        int attempt,
        ObjectNode checkpoint) {

    /** The life of a job; the last three states are final. */
    @Schema(name = "JobState")
    enum State {
        QUEUED,
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELLED;

        boolean isFinal() {
            return this != QUEUED && this != RUNNING;
        }
    }
}
