package org.quartermaster.catalog.export;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/**
 * Writes an export in the order of its rows' numbers, so many at a time, each read by itself: neither memory nor a
 * transaction grows with it. NB: a spreadsheet cannot be gone on with, so that a lost run begins anew.
 */
@ApplicationScoped
class ExportJob implements JobKind {
    static final String NAME = "export";

    private static final int PIECE = 1_000;

    private final TenantDatabase database;
    private final ExportSources sources;

    @Inject
    ExportJob(TenantDatabase database, ExportSources sources) {
        this.database = database;
        this.sources = sources;
    }

    /** What the job shows. */
    record Exported(String kind, ExportFormat format, long rows) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String role() {
        return Roles.MANAGER;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Outcome run(JobRun run) throws IOException {
        var order = ExportOrder.of(run.parameters());
        var source = sources.named(order.kind());
        var format = order.format();
        var total =
                read(run, rows(run, order, "count(*)", 0, "")).iterator().next().getLong(0);
        var file = format.begin(run.output(format.mediaType(), format.fileName(order.kind())), source, order.raw());
        var rows = 0L;
        var piece = piece(run, order, source, 0);
        while (!piece.values().isEmpty()) {
            file.write(piece.values());
            rows += piece.values().size();
            run.progress(rows, Math.max(total, rows));
            piece = piece(run, order, source, piece.last());
        }
        file.end();
        return Outcome.succeeded(new Exported(order.kind(), format, rows));
    }

    private ExportPiece piece(JobRun run, ExportOrder order, ExportSource source, long after) {
        var select = ExportPiece.select(source);
        var end = " order by " + source.key() + " limit " + PIECE;
        return ExportPiece.of(read(run, rows(run, order, select, after, end)), source.columns());
    }

    private Query rows(JobRun run, ExportOrder order, String select, long after, String end) {
        var source = sources.named(order.kind());
        return source.rows(select, run.caller(), Fields.ofStored(order.filter()))
                .where(source.key() + " > ?", after)
                .all(end);
    }

    private RowSet<Row> read(JobRun run, Query query) {
        return run.await(() -> database.readAll(run.caller(), List.of(query))).get(0);
    }
}
