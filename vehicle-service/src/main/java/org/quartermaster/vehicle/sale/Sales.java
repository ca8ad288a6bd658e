package org.quartermaster.vehicle.sale;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.vehicle.market.LotView;
import org.quartermaster.vehicle.market.SaleEventView;

/** Sale events in the database. */
@ApplicationScoped
class Sales {
    static final ProblemType NOT_FOUND = new ProblemType(404, "sale_event_not_found");
    private static final String SHOWN = "cast(to_jsonb(s) as text) as sale";
    private static final String FIND = "select " + SHOWN + " from vehicle.sale_events s where s.id = $1 for update";
    private static final String INSERT = """
        insert into vehicle.sale_events as s (vin, lot_id, sale_date, status, final_bid, currency_code, collected_via,
          note, recorded_by)
        values ($1, $2, $3, $4, $5, $6, 'manual', $7, $8) returning %s
        """.formatted(SHOWN);
    private static final String UPDATE = """
        update vehicle.sale_events s
        set sale_date = $2, status = $3, final_bid = $4, currency_code = $5, note = $6
        where s.id = $1 returning %s
        """.formatted(SHOWN);

    private final DatabaseJson json;

    @Inject
    Sales(DatabaseJson json) {
        this.json = json;
    }

    /** Gives the lot of a sale, or null. */
    static Query lotOf(Long id) {
        return Query.of("select lot_id from vehicle.sale_events where id = $1", id);
    }

    Uni<SaleEventView> lock(UnitOfWork unit, Long id) {
        return unit.run(FIND, id).map(this::read);
    }

    Uni<SaleEventView> insert(UnitOfWork unit, LotView lot, SaleTerms terms) {
        return unit.run(
                        INSERT,
                        lot.vin(),
                        lot.id(),
                        Columns.time(terms.saleDate()),
                        Words.of(terms.status()),
                        terms.finalBid(),
                        terms.currencyCode(),
                        terms.note(),
                        Ids.parse(unit.caller().subject()).orElse(null))
                .map(this::read);
    }

    Uni<SaleEventView> update(UnitOfWork unit, Long id, SaleTerms terms) {
        return unit.run(
                        UPDATE,
                        id,
                        Columns.time(terms.saleDate()),
                        Words.of(terms.status()),
                        terms.finalBid(),
                        terms.currencyCode(),
                        terms.note())
                .map(this::read);
    }

    private SaleEventView read(RowSet<Row> rows) {
        return json.read(NOT_FOUND.require(rows).getString("sale"), SaleEventView.class);
    }
}
