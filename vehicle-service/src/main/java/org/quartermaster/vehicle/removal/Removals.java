package org.quartermaster.vehicle.removal;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.vehicle.load.Suppression;
import org.quartermaster.vehicle.market.LotChanges;
import org.quartermaster.vehicle.market.MarketCounts;

/** Removals in the database, and what they do to vehicle, lots and pictures. */
@ApplicationScoped
class Removals {
    private static final ProblemType NOT_FOUND = new ProblemType(404, "removal_not_found");
    private static final String SHOWN = "cast(to_jsonb(r) as text) as removal";
    private static final String LOCK = "select " + SHOWN + " from vehicle.removals r where r.vin = $1 for update";
    private static final String ENTER = """
        insert into vehicle.removals as r (vin, reason, requested_by, removed_by, removed_at)
        values ($1, $2, $3, $4, $5)
        on conflict (vin) do update set reason = excluded.reason, requested_by = excluded.requested_by,
          removed_by = excluded.removed_by, removed_at = excluded.removed_at, restored_at = null
        where r.restored_at is not null
        returning %s
        """.formatted(SHOWN);
    private static final String END =
            "update vehicle.removals r set restored_at = $2 where r.vin = $1 and r.restored_at is null returning "
                    + SHOWN;

    private static final String LOCK_VEHICLE = "select vin from vehicle.vehicles where vin = $1 for update";
    private static final String LOTS = """
        select id from vehicle.lots where vin = $1 and is_removed = $2 order by lot_external_id for update
        """;
    private static final String NOTE_REMOVED = """
        insert into audit.lot_events (lot_id, kind, at, changes)
        select l.id, 'removed', $2, jsonb_build_object('status', jsonb_build_array(l.status, 'removed'))
        from vehicle.lots l where l.id = any ($1::bigint[])
        """;
    private static final String REMOVE_LOTS =
            "update vehicle.lots set is_removed = true, status = 'removed' where id = any ($1::bigint[])";
    private static final String REMOVE_IMAGES = """
        update vehicle.images set is_removed = true, removed_with_vehicle = true
        where not is_removed and (vin = $1 or lot_id = any ($2::bigint[]))
        """;
    private static final String MARK_VEHICLE =
            "update vehicle.vehicles set is_removed = $2 where vin = $1 and is_removed <> $2";

    /** A recorded sale stays what it is, and so does a conclusion about a lot that is still gone. */
    private static final String RESTORE_LOTS = """
        update vehicle.lots l set is_removed = false,
          status = case when k.is_settled then l.outcome else %s end,
          outcome = case when k.is_settled then l.outcome end,
          outcome_confidence = case when k.is_settled then l.outcome_confidence end
        from (
          select id, outcome is not null and (outcome_confidence = 1 or disappeared_at is not null) as is_settled
          from vehicle.lots where id = any ($1::bigint[])) k
        where l.id = k.id
        """.formatted(LotChanges.BY_SNAPSHOT);

    private static final String SUPERSEDE = """
        update vehicle.lot_outcomes o set superseded_at = $2 from vehicle.lots l
        where l.id = any ($1::bigint[]) and o.lot_id = l.id and o.superseded_at is null and l.outcome is null
        """;
    private static final String NOTE_RESTORED = """
        insert into audit.lot_events (lot_id, kind, at, changes)
        select l.id, 'restored', $2, jsonb_build_object('status', jsonb_build_array('removed', l.status))
        from vehicle.lots l where l.id = any ($1::bigint[])
        """;
    private static final String RESTORE_IMAGES = """
        update vehicle.images set is_removed = false, removed_with_vehicle = false
        where removed_with_vehicle and (vin = $1 or lot_id = any ($2::bigint[]))
        """;

    private final DatabaseJson json;

    @Inject
    Removals(DatabaseJson json) {
        this.json = json;
    }

    /** Locks a removal, past or present; 404 where there never was one. */
    Uni<RemovalView> lock(UnitOfWork unit, String vin) {
        return unit.run(LOCK, vin).map(rows -> read(NOT_FOUND.require(rows)));
    }

    /** The removal that now holds; null where one did before. */
    Uni<RemovalView> enter(UnitOfWork unit, String vin, RemovalInput input) {
        var by = Ids.parse(unit.caller().subject()).orElse(null);
        return unit.run(ENTER, vin, input.reason(), input.requestedBy(), by, Columns.time(unit.now()))
                .map(this::first);
    }

    /** The removal that has ended now; null where it had before. */
    Uni<RemovalView> end(UnitOfWork unit, String vin) {
        return unit.run(END, vin, Columns.time(unit.now())).map(this::first);
    }

    private RemovalView first(RowSet<Row> rows) {
        return rows.size() == 0 ? null : read(rows.iterator().next());
    }

    private RemovalView read(Row row) {
        return json.read(row.getString("removal"), RemovalView.class);
    }

    /**
     * Locks a vehicle's lots that are removed, or those that are not. NB: rows before the lock that loads end with, and
     * then once more, for what such a load brought.
     */
    Uni<List<Long>> lots(UnitOfWork unit, String vin, boolean areRemoved) {
        var lots = Query.of(LOTS, vin, areRemoved);
        return unit.runAll(List.of(Query.of(LOCK_VEHICLE, vin), lots, Query.of(Suppression.LOCK), lots))
                .map(results -> {
                    var ids = new ArrayList<Long>();
                    results.get(3).forEach(row -> ids.add(row.getLong(0)));
                    return ids;
                });
    }

    /** Takes vehicle, lots and their pictures away, and out of the counts. */
    Uni<Void> hide(UnitOfWork unit, String vin, List<Long> lots) {
        Object ids = lots.toArray(Long[]::new);
        return unit.runAll(List.of(
                        MarketCounts.lock(),
                        MarketCounts.without(lots),
                        MarketCounts.clear(),
                        Query.of(NOTE_REMOVED, ids, Columns.time(unit.now())),
                        Query.of(REMOVE_LOTS, ids),
                        Query.of(REMOVE_IMAGES, vin, ids),
                        Query.of(MARK_VEHICLE, vin, true)))
                .replaceWithVoid();
    }

    /** Brings vehicle, lots and the pictures that went with them back, each lot in the state that it has by now. */
    Uni<Void> show(UnitOfWork unit, String vin, List<Long> lots) {
        Object ids = lots.toArray(Long[]::new);
        var now = Columns.time(unit.now());
        return unit.runAll(List.of(
                        MarketCounts.lock(),
                        Query.of(RESTORE_LOTS, ids),
                        Query.of(SUPERSEDE, ids, now),
                        Query.of(NOTE_RESTORED, ids, now),
                        Query.of(RESTORE_IMAGES, vin, ids),
                        Query.of(MARK_VEHICLE, vin, false),
                        MarketCounts.with(lots),
                        MarketCounts.clear()))
                .replaceWithVoid();
    }
}
