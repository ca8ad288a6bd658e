package org.quartermaster.procurement.imports;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;
import org.quartermaster.procurement.load.Counts;

/**
 * An import.
 *
 * @param bytes of the file, unpacked
 * @param result null until it has ended
 * @param errorCode why it failed, or null
 */
@Schema(name = "OcdsImport")
public record ImportView(
        String jobId,
        String sourceId,
        String state,
        String mode,
        String events,
        long bytes,
        String sha256,
        Counts result,
        String errorCode,
        Instant createdAt,
        Instant finishedAt)
        implements Versioned {

    /** NB: an import is never changed by a request; its tag is that of all that is shown. */
    @Override
    public long version() {
        return 1;
    }
}
