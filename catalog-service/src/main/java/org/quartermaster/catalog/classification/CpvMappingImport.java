package org.quartermaster.catalog.classification;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import org.quartermaster.catalog.reference.ImportOptions;
import org.quartermaster.catalog.reference.ImportReport;
import org.quartermaster.catalog.reference.ReferenceImport;
import org.quartermaster.catalog.reference.ReferenceImports;
import org.quartermaster.catalog.reference.ReferenceRow;
import org.quartermaster.catalog.reference.ReferenceTable;
import org.quartermaster.catalog.reference.Tally;
import org.quartermaster.platform.job.JobRun;

/** Imports what UNSPSC codes the codes of the CPV stand for. */
@Singleton
class CpvMappingImport extends ReferenceImport {
    private static final String CPV = "cpv_code";
    private static final String UNSPSC = "unspsc_code";
    private static final String WEIGHT = "weight";
    private static final String SOURCE = "source";
    private static final String CURATED = "curated";

    @Inject
    CpvMappingImport(ReferenceImports imports) {
        super("cpv-mapping", imports);
    }

    @Override
    protected ImportReport merge(Connection connection, ImportOptions options, JobRun run)
            throws IOException, SQLException {
        var table = new CpvMappingTable(connection);
        var known = table.read();
        var tally = new Tally<>(known, run::error);
        try (var rows = ReferenceTable.open(run.input()).require(CPV, "cpv").require(UNSPSC)) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                take(row, tally);
            }
        }
        table.save(tally.changed());
        if (options.full()) {
            var gone = known.values().stream()
                    .filter(row -> !tally.hasSeen(row.key()))
                    .toList();
            table.delete(gone);
            tally.deleted(gone.size());
        }
        return tally.report("cpv-mapping", options.dryRun());
    }

    private static void take(ReferenceRow row, Tally<CpvMappingTable.Kept> tally) {
        var given = row.text(CPV, "cpv");
        var cpv = CpvCode.read(given == null ? "" : given);
        var unspsc = row.text(UNSPSC);
        var weight = row.text(WEIGHT) == null ? BigDecimal.ONE : row.number(WEIGHT);
        var source = row.text(SOURCE) == null ? CURATED : row.text(SOURCE);
        if (cpv.isEmpty()) {
            tally.reject(row.line(), CPV, "cpv.form");
        } else if (unspsc == null || UnspscCode.read(unspsc).isEmpty()) {
            tally.reject(row.line(), UNSPSC, "unspsc.form");
        } else if (weight == null || weight.signum() < 0 || weight.compareTo(BigDecimal.ONE) > 0) {
            tally.reject(row.line(), WEIGHT, "less_than_equal", 1);
        } else if (!source.equals(CURATED) && !source.equals("proposed")) {
            tally.reject(row.line(), SOURCE, "enum", "curated, proposed");
        } else {
            var kept = new CpvMappingTable.Kept(cpv.get().prefix(), unspsc, weight.stripTrailingZeros(), source);
            tally.take(row.line(), kept.key(), kept);
        }
    }
}
