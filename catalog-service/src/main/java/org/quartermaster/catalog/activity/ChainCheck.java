package org.quartermaster.catalog.activity;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.chain.ChainLink;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.rest.HeavyWork;
import org.quartermaster.platform.security.Caller;

/** Goes through the chain of a tenant, in pieces, and names the first row that is not as it was when it was chained. */
@ApplicationScoped
class ChainCheck {
    private static final int PIECE = 1_000;

    private static final String LINKS = """
            select c.seq, c.prev_hash, c.hash, case when r.id is not null then %s end, c.log_id
            from catalog.activitychain c
            left join catalog.activitylog r
              on r.tenant_id = $1 and r.id = c.log_id and r."timestamp" = c.log_timestamp
            where c.tenant_id = $1 and c.seq > $2 order by c.seq limit %d
            """.formatted(ActivityRow.CONTENT, PIECE);

    /** What is neither chained nor waiting was cut off the chain; what waits and is not there was removed in time. */
    private static final String LOOSE = """
            select
              (select count(*) from catalog.activitypending p where p.tenant_id = $1),
              least(
                (select min(r.id) from catalog.activitylog r where r.tenant_id = $1
                  and not exists (select from catalog.activitychain c where c.tenant_id = $1 and c.log_id = r.id)
                  and not exists (select from catalog.activitypending p where p.tenant_id = $1 and p.log_id = r.id)),
                (select min(p.log_id) from catalog.activitypending p where p.tenant_id = $1
                  and not exists (select from catalog.activitylog r where r.tenant_id = $1 and r.id = p.log_id)))
            """;

    private final TenantDatabase database;

    @Inject
    ChainCheck(TenantDatabase database) {
        this.database = database;
    }

    private record Linked(ChainLink link, long row) {}

    /** How far the check has come. */
    private record Place(ChainLink last, Long bad, boolean isEnd) {}

    Uni<ActivityVerdict> check(Caller caller) {
        return from(caller, new Place(ChainLink.origin(), null, false))
                .chain(place -> database.read(caller, LOOSE, caller.tenant())
                        .map(loose -> verdict(place, loose.iterator().next())));
    }

    private static ActivityVerdict verdict(Place place, Row loose) {
        var bad = place.bad() == null ? loose.getLong(1) : place.bad();
        return new ActivityVerdict(bad == null, place.last().seq(), loose.getLong(0), bad);
    }

    private Uni<Place> from(Caller caller, Place place) {
        return database.read(caller, LINKS, caller.tenant(), place.last().seq())
                .chain(rows -> {
                    var links = links(rows);
                    return HeavyWork.run(() -> judge(links, place.last()));
                })
                .chain(next -> next.isEnd() ? Uni.createFrom().item(next) : from(caller, next));
    }

    private static List<Linked> links(RowSet<Row> rows) {
        var links = new ArrayList<Linked>();
        rows.forEach(row -> links.add(new Linked(
                new ChainLink(row.getLong(0), bytes(row, 1), bytes(row, 2), row.getString(3)), row.getLong(4))));
        return links;
    }

    private static byte[] bytes(Row row, int column) {
        var buffer = row.getBuffer(column);
        return buffer == null ? new byte[0] : buffer.getBytes();
    }

    private static Place judge(List<Linked> links, ChainLink start) {
        var last = start;
        for (var linked : links) {
            if (!linked.link().follows(last)) {
                return new Place(last, linked.row(), true);
            }
            last = linked.link();
        }
        return new Place(last, null, links.size() < PIECE);
    }
}
