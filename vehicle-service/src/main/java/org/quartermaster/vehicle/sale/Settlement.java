package org.quartermaster.vehicle.sale;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.vehicle.market.LotChanges;
import org.quartermaster.vehicle.market.LotView;
import org.quartermaster.vehicle.market.MarketCounts;

/**
 * What recorded sales make of a lot: the newest that says something is its outcome, surer than any inference. Where it
 * is withdrawn, the feed decides again.
 */
@ApplicationScoped
class Settlement {
    private static final String RULE = "recorded_sale";
    private static final String DECIDING = """
        select id, status, sale_date from vehicle.sale_events where lot_id = $1 and status <> 'unknown'
        order by sale_date desc nulls last, id desc limit 1
        """;
    private static final String PRESENT = """
        select outcome, rule, cast(evidence ->> 'sale_event_id' as bigint) as sale_event_id
        from vehicle.lot_outcomes where lot_id = $1 and superseded_at is null
        """;
    private static final String SUPERSEDE =
            "update vehicle.lot_outcomes set superseded_at = $2 where lot_id = $1 and superseded_at is null";
    private static final String CONCLUDE = """
        insert into vehicle.lot_outcomes (lot_id, outcome, confidence, rule, evidence, inferred_at)
        values ($1, $2, 1, $3, jsonb_build_object('sale_event_id', $4::bigint, 'sale_date', $5::timestamptz), $6)
        """;
    private static final String LINK = """
        update vehicle.lot_outcomes o set superseded_by = n.id from vehicle.lot_outcomes n
        where o.lot_id = $1 and o.superseded_at = $2 and n.lot_id = $1 and n.superseded_at is null
        """;
    private static final String SHOW = """
        update vehicle.lots l set status = $2::text, outcome = $2::text, outcome_confidence = 1
        where l.id = $1 returning cast(%s as text) as lot
        """.formatted(LotView.JSON);
    private static final String FORGET = """
        update vehicle.lots l set status = %s, outcome = null, outcome_confidence = null
        where l.id = $1 returning cast(%s as text) as lot
        """.formatted(LotChanges.BY_SNAPSHOT, LotView.JSON);

    private final LotChanges lots;

    @Inject
    Settlement(LotChanges lots) {
        this.lots = lots;
    }

    /** Brings a locked lot in line with its recorded sales. */
    Uni<Void> settle(UnitOfWork unit, LotView lot) {
        return unit.runAll(List.of(Query.of(DECIDING, lot.id()), Query.of(PRESENT, lot.id())))
                .chain(found -> {
                    var sale = first(found.get(0));
                    var present = first(found.get(1));
                    var isRecorded =
                            present != null && present.getString("rule").equals(RULE);
                    if (sale == null) {
                        return isRecorded
                                ? withdraw(unit, lot)
                                : Uni.createFrom().voidItem();
                    }
                    return isRecorded && says(present, sale) ? Uni.createFrom().voidItem() : conclude(unit, lot, sale);
                });
    }

    private static Row first(RowSet<Row> rows) {
        return rows.size() == 0 ? null : rows.iterator().next();
    }

    private static boolean says(Row present, Row sale) {
        return present.getString("outcome").equals(sale.getString("status"))
                && sale.getLong("id").equals(present.getLong("sale_event_id"));
    }

    private Uni<Void> conclude(UnitOfWork unit, LotView lot, Row sale) {
        var outcome = sale.getString("status");
        var now = Columns.time(unit.now());
        return change(
                unit,
                lot,
                List.of(
                        Query.of(SUPERSEDE, lot.id(), now),
                        Query.of(CONCLUDE, lot.id(), outcome, RULE, sale.getLong("id"), date(sale), now),
                        Query.of(LINK, lot.id(), now)),
                Query.of(SHOW, lot.id(), outcome),
                RULE);
    }

    private static OffsetDateTime date(Row sale) {
        return sale.getOffsetDateTime("sale_date");
    }

    private Uni<Void> withdraw(UnitOfWork unit, LotView lot) {
        var supersede = Query.of(SUPERSEDE, lot.id(), Columns.time(unit.now()));
        return change(unit, lot, List.of(supersede), Query.of(FORGET, lot.id()), null);
    }

    private Uni<Void> change(UnitOfWork unit, LotView lot, List<Query> outcomes, Query show, String rule) {
        var queries = new ArrayList<>(outcomes);
        queries.add(MarketCounts.lock());
        queries.add(MarketCounts.without(List.of(lot.id())));
        var place = queries.size();
        queries.add(show);
        queries.add(MarketCounts.with(List.of(lot.id())));
        queries.add(MarketCounts.clear());
        return unit.runAll(queries).chain(results -> {
            var after = lots.read(results.get(place));
            lots.tell(unit, lot, after);
            return unit.runAll(List.of(note(unit, lot, after, rule))).replaceWithVoid();
        });
    }

    private Query note(UnitOfWork unit, LotView before, LotView after, String rule) {
        var status = Arrays.<Object>asList(before.status(), after.status());
        return rule == null
                ? lots.note(unit, after.id(), "status_change", Map.of("status", status))
                : lots.note(unit, after.id(), "outcome", Map.of("status", status, "rule", Arrays.asList(null, rule)));
    }
}
