package org.quartermaster.vehicle.market;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** Changes of single lots by requests: each is locked first, noted on its timeline, and told to everybody. */
@ApplicationScoped
public class LotChanges {
    /** The state of a lot {@code l} of which nothing is known but whether the newest snapshot lists it. */
    public static final String BY_SNAPSHOT = """
        case when l.disappeared_at is not null then 'pending_result'
          when l.auction_date is null and l.auction_datetime_utc is null then 'unscheduled'
          else 'active' end
        """;

    private static final String LOCK =
            "select l.is_removed, cast(%s as text) as lot from vehicle.lots l where l.id = $1 for update"
                    .formatted(LotView.JSON);
    private static final String NOTE = """
        insert into audit.lot_events (lot_id, kind, at, changes) values ($1, $2, $3, cast($4::text as jsonb))
        """;

    private final DatabaseJson json;

    @Inject
    LotChanges(DatabaseJson json) {
        this.json = json;
    }

    /** Fails with 404 for a lot that is unknown, and with 410 for one that was removed. */
    public Uni<LotView> lock(UnitOfWork unit, String id) {
        return lock(unit, Lots.id(id));
    }

    /**
     * Locks the lot that another row belongs to, before that row itself; null where it belongs to none.
     *
     * @param owner gives the number of the lot
     * @param unknown what is said where there is no such row
     */
    public Uni<LotView> lock(UnitOfWork unit, Query owner, ProblemType unknown) {
        return unit.runAll(List.of(owner))
                .map(results -> unknown.require(results.get(0)).getLong(0))
                .chain(id -> id == null ? Uni.createFrom().nullItem() : lock(unit, id));
    }

    private Uni<LotView> lock(UnitOfWork unit, Long id) {
        return unit.run(LOCK, id).map(rows -> {
            if (Lots.NOT_FOUND.require(rows).getBoolean("is_removed")) {
                throw Problem.of(Lots.REMOVED);
            }
            return read(rows);
        });
    }

    /** The lot of a row whose column {@code lot} holds {@link LotView#JSON} as text. */
    public LotView read(RowSet<Row> rows) {
        return json.read(rows.iterator().next().getString("lot"), LotView.class);
    }

    /**
     * A line of the lot's timeline.
     *
     * @param kind such as {@code sale}
     * @param changes old and new value of each field that it tells of
     */
    public Query note(UnitOfWork unit, long lotId, String kind, Map<String, List<Object>> changes) {
        return Query.of(NOTE, lotId, kind, Columns.time(unit.now()), json.text(changes));
    }

    /** Tells of a lot that is not as it was. */
    public void tell(UnitOfWork unit, LotView before, LotView after) {
        unit.changed(ChangedLots.change(before, after, Map.of()).forAll(unit.caller()));
    }

    /** Tells of something that belongs to a lot, and that no field of the lot itself shows. */
    public void tellOf(UnitOfWork unit, LotView lot, String part) {
        var change = new Change("lot", lot.id().toString(), "updated", lot, null, Map.of("changed", List.of(part)));
        unit.changed(change.forAll(unit.caller()));
    }
}
