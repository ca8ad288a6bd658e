package org.quartermaster.catalog.reservation;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.ProblemType;

/** Reservations in the database. NB: their stock is locked before them. */
@ApplicationScoped
class ReservationTable {
    static final ProblemType NOT_FOUND = new ProblemType(404, "not_found");
    static final String COLUMNS = """
            r.id, r.reference, r.quotation_id, r.state, r.expires_at, r.actor, r.created_at, r.updated_at, r.version, (
              select cast(coalesce(jsonb_agg(jsonb_build_object('product_id', l.product_id,
                'warehouse_id', l.warehouse_id, 'quantity', l.quantity) order by l.id), '[]') as text)
              from catalog.stockreservationline l where l.tenant_id = r.tenant_id and l.reservation_id = r.id) as lines\
            """;
    static final String ONE =
            "select " + COLUMNS + " from catalog.stockreservation r where r.tenant_id = $1 and r.id = $2";

    private static final TypeReference<List<ReservationView.Line>> LINES = new TypeReference<>() {};
    /** NB: one that was extended meanwhile does not expire. */
    private static final String END = """
            update catalog.stockreservation r set state = $3
            where r.tenant_id = $1 and r.id = any ($2) and r.state = 'held'
              and ($3 <> 'expired' or r.expires_at <= clock_timestamp())
            returning\s""" + COLUMNS;

    private static final String EXTEND = """
            with former as (
              select expires_at from catalog.stockreservation where tenant_id = $1 and id = $2 for update
            )
            update catalog.stockreservation r set expires_at = $3 from former
            where r.tenant_id = $1 and r.id = $2 and r.state = 'held' and former.expires_at > clock_timestamp()
            returning former.expires_at as former_expires_at,\s""" + COLUMNS;

    private final DatabaseJson json;

    @Inject
    ReservationTable(DatabaseJson json) {
        this.json = json;
    }

    ReservationView view(Row row) {
        return new ReservationView(
                row.getLong("id"),
                row.getString("reference"),
                Words.find(ReservationState.class, row.getString("state")).orElseThrow(),
                Columns.instant(row.getOffsetDateTime("expires_at")),
                row.getLong("quotation_id"),
                json.read(row.getString("lines"), LINES),
                row.getString("actor"),
                Columns.instant(row.getOffsetDateTime("created_at")),
                Columns.instant(row.getOffsetDateTime("updated_at")),
                row.getInteger("version"));
    }

    Uni<ReservationView> find(UnitOfWork unit, long id) {
        return unit.run(ONE, unit.caller().tenant(), id).map(NOT_FOUND::require).map(this::view);
    }

    /** Ends those that are still held; gives them as they are now. */
    Uni<List<ReservationView>> end(UnitOfWork unit, Collection<Long> ids, ReservationState state) {
        return unit.run(END, unit.caller().tenant(), ids.toArray(Long[]::new), Words.of(state))
                .map(this::views);
    }

    /** Holds one longer, or shorter; none where it is held no more. */
    Uni<RowSet<Row>> extend(UnitOfWork unit, long id, Instant until) {
        return unit.run(EXTEND, unit.caller().tenant(), id, Columns.time(until));
    }

    private List<ReservationView> views(RowSet<Row> rows) {
        var views = new ArrayList<ReservationView>();
        rows.forEach(row -> views.add(view(row)));
        return views;
    }
}
