package org.quartermaster.procurement.exchange;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.job.JobRun;

/** Parts of releases: those of so many tenders as fill a package, and less where they are large. */
@ApplicationScoped
class ReleaseParts implements ExportParts {
    private static final int TENDERS = 500;
    private static final long BYTES = 8L << 20;

    private static final String SIZED = """
            select t.tender_id, t.process_id, n.releases, n.bytes
            from (%s) t cross join lateral (
              select count(*) as releases, coalesce(sum(pg_column_size(r.raw)), 0) as bytes
              from procurement.ocds_releases r where r.process_id = t.process_id
            ) n
            order by t.tender_id
            """;
    private static final String RELEASES = "select " + PublishedRelease.COLUMNS + PublishedRelease.FROM
            + "join procurement.tenders t on t.process_id = r.process_id"
            + " where r.process_id = any ($1) order by t.tender_id, r.date, r.release_key";

    private final TenantDatabase database;
    private final ReleaseLines lines;

    @Inject
    ReleaseParts(TenantDatabase database, ReleaseLines lines) {
        this.database = database;
        this.lines = lines;
    }

    private record Sized(String tenderId, UUID process, long releases, long bytes) {
        static Sized of(Row row) {
            return new Sized(
                    row.getString("tender_id"),
                    row.getUUID("process_id"),
                    row.getLong("releases"),
                    row.getLong("bytes"));
        }
    }

    @Override
    public String beginning() {
        return "";
    }

    @Override
    public ExportPart after(JobRun run, ExportOrder order, String tenderId) {
        var next = order.after(tenderId, "t.tender_id, t.process_id", TENDERS);
        var sized = new Query(SIZED.formatted(next.sql()), next.parameters());
        var found = run.await(() -> database.readAll(run.caller(), List.of(sized)));
        var tenders = fitting(found.get(0));
        if (tenders.isEmpty()) {
            return null;
        }
        var processes =
                tenders.stream().map(Sized::process).filter(Objects::nonNull).toArray(UUID[]::new);
        var releases = PublishedRelease.all(run.read(RELEASES, (Object) processes));
        var last = tenders.get(tenders.size() - 1).tenderId;
        return new ExportPart(lines.of(order.format(), releases), last, tenders.size(), releases.size());
    }

    /** NB: always one tender, however large it is. */
    private static List<Sized> fitting(RowSet<Row> rows) {
        var taken = new ArrayList<Sized>();
        var releases = 0L;
        var bytes = 0L;
        for (var row : rows) {
            var tender = Sized.of(row);
            releases += tender.releases;
            bytes += tender.bytes;
            if (!taken.isEmpty() && (releases > ReleaseLines.IN_PACKAGE || bytes > BYTES)) {
                break;
            }
            taken.add(tender);
        }
        return taken;
    }
}
