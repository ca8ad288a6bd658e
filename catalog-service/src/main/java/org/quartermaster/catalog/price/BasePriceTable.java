package org.quartermaster.catalog.price;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase.Query;

/** The copy of the ladder that a product shows, and when it has to be made anew. */
@ApplicationScoped
class BasePriceTable {
    /** Rows that may be the base price of their product, at one time or another. */
    private static final String ROWS = """
            from catalog.productpricing r join catalog.product p on p.tenant_id = r.tenant_id and p.id = r.product_id
            where r.tenant_id = $1 and r.product_id = u.id and r.superseded_at is null and r.price_kind = 'sell'
              and r.price_type = 'base' and r.scope_key = 'd' and r.currency = p.currency and r.uom = p.base_uom
              and r.minimum_quantity <= 1\
            """;

    private static final String COPY = """
            with held as (
              select u.id, (select round(r.amount / r.price_unit_quantity, 4)
            """ + ROWS + """
             and r.validity @> $3::timestamptz
                order by r.minimum_quantity desc, r.id desc limit 1) as price
              from unnest($2::bigint[]) as u (id)
            ), changed as (
              update catalog.product p set base_price = held.price from held
              where p.tenant_id = $1 and p.id = held.id and p.base_price is distinct from held.price
            )
            select id, price from held
            """;
    private static final String REMIND = """
            with ahead as (
              select u.id, (select min(at) from (
                select unnest(array[r.effective_from, r.effective_to]) as at
            """ + ROWS + """
              ) edge where at > $3::timestamptz) as at
              from unnest($2::bigint[]) as u (id)
            ), none as (
              delete from catalog.basepricedue d using ahead
              where d.tenant_id = $1 and d.product_id = ahead.id and ahead.at is null
            )
            insert into catalog.basepricedue (tenant_id, product_id, due_at)
            select $1, id, at from ahead where at is not null
            on conflict (tenant_id, product_id) do update set due_at = excluded.due_at
            """;

    /** Makes the copy what holds now, and notes when the next validity begins or ends; gives the price, or null. */
    Uni<BigDecimal> refresh(UnitOfWork unit, long productId, Instant now) {
        return refresh(unit, List.of(productId), now).map(prices -> prices.get(productId));
    }

    /** As above, of many products; those without a price have none in what it gives. */
    Uni<Map<Long, BigDecimal>> refresh(UnitOfWork unit, List<Long> products, Instant now) {
        var tenant = unit.caller().tenant();
        var time = Columns.time(now);
        var ids = products.toArray(Long[]::new);
        return unit.runAll(List.of(Query.of(COPY, tenant, ids, time), Query.of(REMIND, tenant, ids, time)))
                .map(results -> {
                    var prices = new HashMap<Long, BigDecimal>();
                    results.get(0).forEach(row -> prices.put(row.getLong("id"), row.getBigDecimal("price")));
                    return prices;
                });
    }
}
