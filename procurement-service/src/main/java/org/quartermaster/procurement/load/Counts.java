package org.quartermaster.procurement.load;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a load did.
 *
 * @param processes those that its releases belong to
 * @param processesChanged those of them that it changed
 */
@Schema(name = "OcdsImportResult")
public record Counts(
        long releasesRead,
        long releasesNew,
        long releasesDuplicate,
        long releasesRejected,
        long errors,
        long warnings,
        long processes,
        long processesChanged) {}
