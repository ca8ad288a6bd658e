package org.quartermaster.catalog.safetyreference;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.quartermaster.catalog.reference.ImportOptions;
import org.quartermaster.catalog.reference.ImportReport;
import org.quartermaster.catalog.reference.ReferenceImport;
import org.quartermaster.catalog.reference.ReferenceImports;
import org.quartermaster.catalog.reference.ReferenceRow;
import org.quartermaster.catalog.reference.ReferenceTable;
import org.quartermaster.catalog.reference.Tally;
import org.quartermaster.catalog.safety.CodeCheck;
import org.quartermaster.catalog.safety.SafetyLibrary;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.job.JobRun;

/** Imports kinds of protective equipment; the sections that they rest on have to be there. */
@Singleton
class PpeTypeImport extends ReferenceImport {
    private static final String[] CODE = {"ppe_code", "code"};
    private static final String UNSPSC = "unspsc_code";
    private static final String ETIM = "etim_class";
    private static final String SECTIONS = "osha_sections";

    private final SafetyLibrary library;
    private final DatabaseJson json;

    @Inject
    PpeTypeImport(ReferenceImports imports, SafetyLibrary library, DatabaseJson json) {
        super("ppe-types", imports);
        this.library = library;
        this.json = json;
    }

    @Override
    protected ImportReport merge(Connection connection, ImportOptions options, JobRun run)
            throws IOException, SQLException {
        var table = new PpeTypeTable(connection, json);
        var codes = library.codes(connection);
        var known = table.read();
        var tally = new Tally<>(known, run::error);
        try (var rows = ReferenceTable.open(run.input()).require(CODE).require("name")) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                take(row, known, codes.check(), tally);
            }
        }
        table.save(tally.changed());
        if (options.full()) {
            tally.deleted(table.delete(tally.unseen()));
        }
        return tally.report("ppe-types", options.dryRun());
    }

    private static void take(
            ReferenceRow row, Map<String, PpeTypeTable.Kept> known, CodeCheck check, Tally<PpeTypeTable.Kept> tally) {
        var cells = new Cells<>(row, tally);
        var code = cells.required(SafetyFields.CODE, CODE);
        var name = cells.required(SafetyFields.NAME, "name");
        var unspsc = cells.text(SafetyFields.CODE, UNSPSC);
        if (unspsc != null && !SafetyFields.isUnspsc(unspsc)) {
            cells.reject(UNSPSC, "unspsc.form");
        }
        var etim = cells.text(SafetyFields.CODE, ETIM);
        if (etim != null && !SafetyFields.isEtim(etim)) {
            cells.reject(ETIM, "etim.form");
        }
        var sections = check.standards(SECTIONS, cells.parts(SafetyFields.NAME, SECTIONS));
        check.errors().forEach(error -> cells.reject(SECTIONS, error.code()));
        var family = cells.text(SafetyFields.CODE, "consensus_family");
        if (cells.areFine()) {
            var kept = new PpeTypeTable.Kept(code, name, unspsc, etim, sections, family);
            tally.take(row.line(), code, kept.orAsIn(known.get(code)));
        }
    }
}
