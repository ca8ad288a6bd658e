package org.quartermaster.catalog.reference;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the event of a finished import tells.
 *
 * @param materialChanges rows that are new, changed or gone
 * @param eventsSent events of single rows; a reference list has none
 */
@Schema(name = "ReferenceImportCompleted")
public record ImportCompleted(
        String importId,
        String kind,
        long rows,
        long created,
        long updated,
        long unchanged,
        long rejected,
        long skipped,
        long materialChanges,
        long eventsSent) {

    static ImportCompleted of(String id, ImportReport report) {
        return new ImportCompleted(
                id,
                report.kind(),
                report.rows(),
                report.created(),
                report.updated(),
                report.unchanged(),
                report.rejected(),
                report.skipped(),
                report.changed(),
                0);
    }
}
