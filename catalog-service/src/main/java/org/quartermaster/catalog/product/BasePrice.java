package org.quartermaster.catalog.product;

import io.smallrye.mutiny.Uni;
import java.util.Objects;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;

/**
 * The price that is written on an article itself: a row of the ladder without scope, for one piece, from now on. What
 * held before is superseded, and kept for the time before.
 */
final class BasePrice {
    private static final String SAVE = """
            with fresh as (
              select nextval('catalog.ids') as id
            ), former as (
              update catalog.productpricing set superseded_at = $3,
                superseded_by = case when $4::numeric is null then null else (select id from fresh) end
              where tenant_id = $1 and product_id = $2 and price_kind = 'sell' and price_type = 'base'
                and scope_key = 'd' and supplier_key = '' and minimum_quantity = 1 and currency = $5 and uom = $6
                and superseded_at is null and validity @> $3::timestamptz
              returning *
            ), past as (
              insert into catalog.productpricing (tenant_id, product_id, amount, currency, price_unit_quantity, uom,
                effective_from, effective_to, source, recorded_at)
              select tenant_id, product_id, amount, currency, price_unit_quantity, uom, effective_from, $3, source, $3
              from former where effective_from < $3
            )
            insert into catalog.productpricing (id, tenant_id, product_id, amount, currency, uom, effective_from,
              effective_to, recorded_at)
            select f.id, $1, $2, $4, $5, $6, $3, coalesce(o.effective_to, (
              select min(n.effective_from) from catalog.productpricing n
              where n.tenant_id = $1 and n.product_id = $2 and n.price_kind = 'sell' and n.price_type = 'base'
                and n.scope_key = 'd' and n.supplier_key = '' and n.minimum_quantity = 1 and n.currency = $5
                and n.uom = $6 and n.superseded_at is null and n.effective_from > $3)), $3
            from fresh f left join former o on true where $4 is not null
            """;

    private BasePrice() {}

    /** @param before the article as it was; null for a new one */
    static Uni<Void> save(UnitOfWork unit, Product product, ProductView before) {
        var isSame = before == null
                ? product.basePrice == null
                : isEqual(product, before)
                        && (product.basePrice == null
                                || before.currency().equals(product.currency)
                                        && before.baseUom().equals(product.baseUom));
        return isSame
                ? Uni.createFrom().voidItem()
                : unit.run(
                                SAVE,
                                unit.caller().tenant(),
                                product.id,
                                Columns.time(unit.now()),
                                product.basePrice,
                                product.currency,
                                product.baseUom)
                        .replaceWithVoid();
    }

    private static boolean isEqual(Product product, ProductView before) {
        return product.basePrice == null || before.basePrice() == null
                ? Objects.equals(product.basePrice, before.basePrice())
                : product.basePrice.compareTo(before.basePrice()) == 0;
    }
}
