package org.quartermaster.catalog.stats;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.security.Caller;

/** Counts of a tenant's catalogue, in one round trip. */
@ApplicationScoped
class Stats {
    private static final int SHARE_DECIMALS = 4;

    private static final String PRODUCTS = """
            select p.status, p.enrichment_status, count(*) as number from catalog.product p
            where p.tenant_id = $1 and p.deleted_at is null group by p.status, p.enrichment_status
            """;
    private static final String SHARES = """
            select
              count(*) filter (where exists (select from catalog.productpricing r
                where r.tenant_id = $1 and r.product_id = p.id and r.price_kind = 'sell' and r.superseded_at is null
                  and r.validity @> now())) as priced,
              count(*) filter (where exists (select from catalog.productclassification c
                where c.tenant_id = $1 and c.product_id = p.id and c.status = 'confirmed')) as classified,
              count(*) filter (where coalesce((select sum(v.quantity_available) > 0 from catalog.productinventory v
                where v.tenant_id = $1 and v.product_id = p.id), p.availability = 'in_stock')) as in_stock
            from catalog.product p where p.tenant_id = $1 and p.deleted_at is null
            """;
    private static final String LOW = """
            select count(*) from catalog.productinventory v join catalog.product p
              on p.tenant_id = $1 and p.id = v.product_id and p.deleted_at is null
            where v.tenant_id = $1 and v.low_since is not null
            """;
    private static final String QUOTATIONS = """
            select q.status, q.currency, count(*) as number, sum(q.total_amount) as total from catalog.quotation q
            where q.tenant_id = $1 group by q.status, q.currency order by q.status, q.currency
            """;
    private static final String RFP_LINES = """
            select l.status, count(*) as number from catalog.rfpline l where l.tenant_id = $1 group by l.status
            """;

    private final TenantDatabase database;

    @Inject
    Stats(TenantDatabase database) {
        this.database = database;
    }

    Uni<StatsView> of(Caller caller) {
        var queries = List.of(PRODUCTS, SHARES, LOW, QUOTATIONS, RFP_LINES).stream()
                .map(sql -> Query.of(sql, caller.tenant()))
                .toList();
        return database.readAll(caller, queries).map(Stats::view);
    }

    private static StatsView view(List<RowSet<Row>> results) {
        var products = new StatsView.Products(
                sums(results.get(0), null).getOrDefault("", 0L),
                sums(results.get(0), "status"),
                sums(results.get(0), "enrichment_status"));
        return new StatsView(
                products,
                shares(results.get(1).iterator().next(), products.total()),
                results.get(2).iterator().next().getLong(0),
                quotations(results.get(3)),
                sums(results.get(4), "status"));
    }

    /** The numbers by a column, or all under an empty name. */
    private static Map<String, Long> sums(RowSet<Row> rows, String column) {
        var sums = new TreeMap<String, Long>();
        rows.forEach(row -> sums.merge(column == null ? "" : row.getString(column), row.getLong("number"), Long::sum));
        return sums;
    }

    private static StatsView.Shares shares(Row row, long total) {
        return new StatsView.Shares(
                share(row.getLong("priced"), total),
                share(row.getLong("classified"), total),
                share(row.getLong("in_stock"), total));
    }

    private static BigDecimal share(long part, long total) {
        return total == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(total), SHARE_DECIMALS, RoundingMode.HALF_UP);
    }

    private static List<StatsView.Quotations> quotations(RowSet<Row> rows) {
        var quotations = new ArrayList<StatsView.Quotations>();
        rows.forEach(row -> quotations.add(new StatsView.Quotations(
                row.getString("status"),
                row.getString("currency"),
                row.getLong("number"),
                row.getBigDecimal("total"))));
        return quotations;
    }
}
