package org.quartermaster.vehicle.audit;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The records of a file that were put aside for one reason.
 *
 * @param examples the first five
 */
record ParseErrors(UUID fileId, String path, String code, long errorCount, List<ParseErrorExample> examples) {

    /**
     * One of the records.
     *
     * @param excerpt its first 80 characters
     */
    @Schema(name = "ParseErrorExample")
    record ParseErrorExample(int rowNo, String field, String excerpt) {}
}
