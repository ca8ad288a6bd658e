package org.quartermaster.catalog.price;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** The statements on rows of prices. */
final class PriceTable {
    static final ProblemType PRODUCT_DELETED = new ProblemType(410, "product.deleted");

    private static final String LOCK = """
            select p.id, p.sku, p.base_uom, p.currency, p.base_price, p.deleted_at from catalog.product p
            where p.tenant_id = $1 and p.id = $2 for no key update
            """;
    private static final String LOCK_ALL = """
            select p.id, p.sku, p.base_uom, p.currency, p.base_price, array(
              select k.code from catalog.productpack k where k.tenant_id = p.tenant_id and k.product_id = p.id) as packs
            from catalog.product p
            where p.tenant_id = $1 and p.id = any ($2) order by p.id for no key update of p
            """;
    private static final String LIVE = "select " + Price.COLUMNS + """
             from catalog.productpricing r
            where r.tenant_id = $1 and r.product_id = any ($2) and r.superseded_at is null
            order by r.effective_from, r.id
            """;
    private static final String CODES = "select code from catalog.currency where code = any ($1)";
    private static final String STATE = """
            select clock_timestamp() as now, array(
              select k.code from catalog.productpack k where k.tenant_id = $1 and k.product_id = $2) as packs
            """;
    static final String ONE = "select " + Price.COLUMNS
            + " from catalog.productpricing r where r.tenant_id = $1 and r.product_id = $2 and r.id = $3";
    private static final String LADDER = "select " + Price.COLUMNS + """
             from catalog.productpricing r
            where r.tenant_id = $1 and r.product_id = $2 and r.superseded_at is null and r.price_kind = $3
              and r.price_type = $4 and r.currency = $5 and r.uom = $6 and r.scope_key = $7 and r.supplier_key = $8
            order by r.effective_from, r.minimum_quantity, r.id
            """;
    private static final String BASES = "select " + Price.COLUMNS + """
             from unnest($2::bigint[], $3::text[], $4::text[]) as w (product_id, currency, uom)
            join catalog.productpricing r on r.tenant_id = $1 and r.product_id = w.product_id and r.superseded_at is null
              and r.price_kind = 'sell' and r.price_type = 'base' and r.scope_key = 'd' and r.supplier_key = ''
              and r.currency = w.currency and r.uom = w.uom
            """;
    private static final String NUMBERS = "select nextval('catalog.ids') as id from generate_series(1, $1)";
    private static final String SUPERSEDE = """
            update catalog.productpricing r set superseded_at = $2, superseded_by = x.by
            from unnest($3::bigint[], $4::bigint[]) as x (id, by)
            where r.tenant_id = $1 and r.id = x.id
            returning\s""" + Price.COLUMNS;
    private static final String INSERT = """
            insert into catalog.productpricing as r (tenant_id, recorded_at, product_id, id, price_kind, price_type, amount,
              currency, price_unit_quantity, uom, effective_from, effective_to, supplier_id, minimum_quantity,
              price_list_id, customer_group_id, customer_id, source)
            select $1::text, $2::timestamptz, x.* from unnest($3::bigint[], $4::bigint[], $5::text[], $6::text[], $7::numeric[], $8::text[],
              $9::numeric[], $10::text[], $11::timestamptz[], $12::timestamptz[], $13::bigint[], $14::numeric[],
              $15::bigint[], $16::bigint[], $17::bigint[], $18::text[]) as x
            returning\s""" + Price.COLUMNS;

    private PriceTable() {}

    /** Locks a product that is not deleted; its packs and the time are read when the lock is there. */
    static Uni<PricedProduct> lock(UnitOfWork unit, long productId) {
        return lock(unit, productId, false);
    }

    /** As {@link #lock(UnitOfWork, long)}, of a product that may be deleted. */
    static Uni<PricedProduct> lockAny(UnitOfWork unit, long productId) {
        return lock(unit, productId, true);
    }

    private static Uni<PricedProduct> lock(UnitOfWork unit, long productId, boolean evenDeleted) {
        var tenant = unit.caller().tenant();
        return unit.runAll(List.of(Query.of(LOCK, tenant, productId), Query.of(STATE, tenant, productId)))
                .map(found -> {
                    var product = ProblemType.NOT_FOUND.require(found.get(0));
                    if (!evenDeleted && product.getValue("deleted_at") != null) {
                        throw Problem.of(PRODUCT_DELETED);
                    }
                    return PricedProduct.of(product, found.get(1).iterator().next());
                });
    }

    /** Locks many products. NB: the time is that of another look, when the locks are there. */
    static Uni<Map<Long, PricedProduct>> lockAll(UnitOfWork unit, Long[] ids) {
        return unit.run(LOCK_ALL, unit.caller().tenant(), ids)
                .chain(rows -> clock(unit).map(now -> {
                    var products = new HashMap<Long, PricedProduct>();
                    rows.forEach(row -> products.put(row.getLong("id"), PricedProduct.of(row, now)));
                    return products;
                }));
    }

    /** The rows of many products that are not superseded. */
    static Uni<List<Price>> live(UnitOfWork unit, Long[] ids) {
        return unit.run(LIVE, unit.caller().tenant(), ids).map(PriceTable::prices);
    }

    /** Which of the codes are currencies. */
    static Uni<Set<String>> currencies(UnitOfWork unit, List<String> asked) {
        return unit.run(CODES, (Object) asked.toArray(String[]::new)).map(rows -> {
            var codes = new HashSet<String>();
            rows.forEach(row -> codes.add(row.getString("code").strip()));
            return codes;
        });
    }

    static Uni<Price> find(UnitOfWork unit, long productId, long id) {
        return unit.run(ONE, unit.caller().tenant(), productId, id)
                .map(ProblemType.NOT_FOUND::require)
                .map(Price::read);
    }

    /** All rows of the same case that are not superseded, of any quantity and time. */
    static Uni<List<Price>> ladder(UnitOfWork unit, Price like) {
        return unit.run(
                        LADDER,
                        unit.caller().tenant(),
                        like.productId,
                        Words.of(like.priceKind),
                        Words.of(like.priceType),
                        like.currency,
                        like.uom,
                        like.scopeKey(),
                        like.supplierKey())
                .map(PriceTable::prices);
    }

    /** Gives each price the number that it will have. */
    static Uni<Void> number(UnitOfWork unit, List<Price> prices) {
        return unit.run(NUMBERS, prices.size())
                .invoke(rows -> {
                    var ids = rows.iterator();
                    prices.forEach(price -> price.id = ids.next().getLong("id"));
                })
                .replaceWithVoid();
    }

    /**
     * Takes rows out of the present.
     *
     * @param old rows with the number of the row that takes their place in {@code supersededBy}
     */
    static Uni<List<Price>> supersede(UnitOfWork unit, List<Price> old, Instant now) {
        if (old.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return unit.run(
                        SUPERSEDE,
                        unit.caller().tenant(),
                        Columns.time(now),
                        old.stream().map(price -> price.id).toArray(Long[]::new),
                        old.stream().map(price -> price.supersededBy).toArray(Long[]::new))
                .map(PriceTable::prices);
    }

    /** The base prices without scope that are not superseded, of products as they are wanted. */
    static Uni<List<Price>> bases(UnitOfWork unit, List<BasePrices.Wanted> wanted) {
        var columns = new Columns<>(wanted);
        return unit.run(
                        BASES,
                        unit.caller().tenant(),
                        wanted.stream().map(BasePrices.Wanted::productId).toArray(Long[]::new),
                        columns.texts(BasePrices.Wanted::currency),
                        columns.texts(BasePrices.Wanted::uom))
                .map(PriceTable::prices);
    }

    /** The time as it is now, whenever the transaction began. */
    static Uni<Instant> clock(UnitOfWork unit) {
        return unit.run("select clock_timestamp() as now")
                .map(rows -> rows.iterator().next().getOffsetDateTime("now").toInstant());
    }

    /** Writes numbered rows. */
    static Uni<List<Price>> insert(UnitOfWork unit, List<Price> fresh, Instant now) {
        if (fresh.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var columns = new Columns<>(fresh);
        return unit.run(
                        INSERT,
                        unit.caller().tenant(),
                        Columns.time(now),
                        fresh.stream().map(price -> price.productId).toArray(Long[]::new),
                        fresh.stream().map(price -> price.id).toArray(Long[]::new),
                        columns.texts(price -> Words.of(price.priceKind)),
                        columns.texts(price -> Words.of(price.priceType)),
                        columns.numbers(price -> price.amount),
                        columns.texts(price -> price.currency),
                        columns.numbers(price -> price.priceUnitQuantity),
                        columns.texts(price -> price.uom),
                        columns.times(price -> price.effectiveFrom),
                        columns.times(price -> price.effectiveTo),
                        fresh.stream().map(price -> price.supplierId).toArray(Long[]::new),
                        columns.numbers(price -> price.minimumQuantity),
                        fresh.stream().map(price -> price.priceListId).toArray(Long[]::new),
                        fresh.stream().map(price -> price.customerGroupId).toArray(Long[]::new),
                        fresh.stream().map(price -> price.customerId).toArray(Long[]::new),
                        columns.texts(price -> price.source))
                .map(PriceTable::prices);
    }

    private static List<Price> prices(RowSet<Row> rows) {
        var prices = new ArrayList<Price>();
        StreamSupport.stream(rows.spliterator(), false).map(Price::read).forEach(prices::add);
        return prices;
    }
}
