package org.quartermaster.catalog.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.catalog.reference.ImportCompleted;
import org.quartermaster.catalog.reference.ImportReport;

/**
 * What became of the rows of a file: each is created, updated, unchanged, rejected or skipped.
 *
 * @param ignoredColumns columns of the file that nothing was taken from
 * @param notes how often something was seen, such as a text that was cleaned of HTML
 * @param preview the first rows that would change, of a dry run alone
 */
@Schema(name = "FileImportReport")
@JsonInclude(JsonInclude.Include.NON_NULL)
record FileReport(
        String kind,
        boolean dryRun,
        long rows,
        long created,
        long updated,
        long unchanged,
        long rejected,
        long skipped,
        List<String> ignoredColumns,
        Map<String, Long> notes,
        List<ImportReport.Preview> preview) {

    static FileReport of(String kind, boolean dryRun, ImportCounts counts, List<String> ignored) {
        return new FileReport(
                kind,
                dryRun,
                counts.of("rows"),
                counts.of("created"),
                counts.of("updated"),
                counts.of("unchanged"),
                counts.of("rejected"),
                counts.of("skipped"),
                ignored,
                counts.notes(),
                dryRun ? counts.preview() : null);
    }

    /** As the event of the import tells it. */
    ImportCompleted completed(String importId, ImportCounts counts) {
        return new ImportCompleted(
                importId,
                kind,
                rows,
                created,
                updated,
                unchanged,
                rejected,
                skipped,
                counts.of("material"),
                counts.of("sent"));
    }
}
