package org.quartermaster.catalog.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of the rows of a file: each is created, updated, unchanged, rejected or skipped.
 *
 * @param deleted rows of the database that the file lacks; not counted among its rows
 * @param preview the first rows that would change, of a dry run alone
 */
@Schema(name = "ReferenceImportReport")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportReport(
        String kind,
        boolean dryRun,
        long rows,
        long created,
        long updated,
        long unchanged,
        long rejected,
        long skipped,
        long deleted,
        List<Preview> preview) {

    /**
     * A row as it is and as it would be.
     *
     * @param before null for a new row
     */
    @Schema(name = "ReferenceImportPreview")
    public record Preview(long line, Object before, Object after) {}

    long changed() {
        return created + updated + deleted;
    }
}
