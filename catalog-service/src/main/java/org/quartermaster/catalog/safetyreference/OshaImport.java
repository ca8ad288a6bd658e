package org.quartermaster.catalog.safetyreference;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.quartermaster.catalog.reference.ImportOptions;
import org.quartermaster.catalog.reference.ImportReport;
import org.quartermaster.catalog.reference.ReferenceImport;
import org.quartermaster.catalog.reference.ReferenceImports;
import org.quartermaster.catalog.reference.ReferenceRow;
import org.quartermaster.catalog.reference.ReferenceTable;
import org.quartermaster.catalog.reference.Tally;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.job.JobRun;

/** Imports sections of 29 CFR: their titles and where to read them, not what they say. */
@Singleton
class OshaImport extends ReferenceImport {
    private static final String[] URL = {"ecfr_url", "legal_reference_url"};

    private final DatabaseJson json;

    @Inject
    OshaImport(ReferenceImports imports, DatabaseJson json) {
        super("osha", imports);
        this.json = json;
    }

    @Override
    protected ImportReport merge(Connection connection, ImportOptions options, JobRun run)
            throws IOException, SQLException {
        var table = new OshaTable(connection, json);
        var known = table.read();
        var tally = new Tally<>(known, run::error);
        try (var rows =
                ReferenceTable.open(run.input()).require("cfr").require("title").require(URL)) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                take(row, known, tally);
            }
        }
        table.save(tally.changed());
        if (options.full()) {
            tally.deleted(table.delete(tally.unseen()));
        }
        return tally.report("osha", options.dryRun());
    }

    private static void take(ReferenceRow row, Map<String, OshaTable.Kept> known, Tally<OshaTable.Kept> tally) {
        var cells = new Cells<>(row, tally);
        var cfr = cells.required(SafetyFields.CODE, "cfr");
        var named = OshaInput.CFR.matcher(cfr == null ? "" : cfr);
        if (!named.matches()) {
            cells.reject("cfr", "string_pattern", OshaInput.EXAMPLE);
        }
        var title = cells.required(SafetyFields.NAME, "title");
        var url = cells.required(SafetyFields.URL_LENGTH, URL);
        if (url != null && !SafetyFields.isUrl(url)) {
            cells.reject(URL[0], "string_pattern", SafetyFields.URL_EXAMPLE);
        }
        var subpart = cells.text(SafetyFields.CODE, "subpart");
        var industry = cells.text(SafetyFields.NAME, "industry");
        if (cells.areFine()) {
            var before = known.get(cfr);
            var kept = new OshaTable.Kept(
                    cfr,
                    named.group(1),
                    named.group(2),
                    subpart == null && before != null ? before.subpart() : subpart,
                    title,
                    url,
                    industry != null ? List.of(industry) : before != null ? before.appliesTo() : List.of());
            tally.take(row.line(), cfr, kept);
        }
    }
}
