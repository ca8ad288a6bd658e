package org.quartermaster.procurement.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.ocds.Json;

/** Writes an export, part by part in the order of tender ids; a run whose worker died is taken up where it stood. */
@ApplicationScoped
class ExportKind implements JobKind {
    static final String NAME = "ocds.export";

    private final TenantDatabase database;
    private final ReleaseParts releases;
    private final RowParts rows;

    @Inject
    ExportKind(TenantDatabase database, ReleaseParts releases, RowParts rows) {
        this.database = database;
        this.releases = releases;
        this.rows = rows;
    }

    /** What the job shows. */
    record Exported(long tenders, long releases) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String role() {
        return Roles.VIEWER;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Outcome run(JobRun run) throws IOException {
        var order = ExportOrder.of(run.parameters());
        var parts = order.format() == ExportFormat.CSV ? rows : releases;
        var output = run.output(order.format().mediaType(), order.format().fileName());
        var total = run.await(() -> database.readAll(run.caller(), List.of(order.count())))
                .get(0)
                .iterator()
                .next()
                .getLong(0);
        if (run.checkpoint() == null) {
            write(output, parts.beginning());
            run.checkpoint(
                    Json.NODES.objectNode().put("last", "").put("tenders", 0).put("releases", 0));
        }
        for (var part = next(run, order, parts); part != null; part = next(run, order, parts)) {
            write(output, part.content());
            var reached = run.checkpoint();
            var tenders = reached.get("tenders").longValue() + part.tenders();
            run.checkpoint(Json.NODES
                    .objectNode()
                    .put("last", part.last())
                    .put("tenders", tenders)
                    .put("releases", reached.get("releases").longValue() + part.releases()));
            run.progress(tenders, Math.max(total, tenders));
        }
        var reached = run.checkpoint();
        return Outcome.succeeded(new Exported(
                reached.get("tenders").longValue(), reached.get("releases").longValue()));
    }

    private static ExportPart next(JobRun run, ExportOrder order, ExportParts parts) {
        return parts.after(run, order, run.checkpoint().get("last").textValue());
    }

    private static void write(OutputStream output, String text) throws IOException {
        output.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
