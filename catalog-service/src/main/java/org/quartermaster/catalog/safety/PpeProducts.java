package org.quartermaster.catalog.safety;

import java.math.BigDecimal;
import java.util.List;

/**
 * Articles whose confirmed class is that of a kind of equipment.
 *
 * @param compliant those certified to the current edition of its standard
 * @param unverified those of which that is not known
 */
public record PpeProducts(List<PpeProduct> compliant, List<PpeProduct> unverified) {
    private static final String SQL = """
            select t.code as ppe_code, p.id as product_id, p.sku, p.name, p.base_price as price, p.currency, s.available,
              exists (select from catalog.productcertification k join catalog.ansistandard a on a.id = k.standard_id
                where k.tenant_id = p.tenant_id and k.product_id = p.id and a.family = t.consensus_family
                  and a.edition_status = 'current' and coalesce(k.valid_from, current_date) <= current_date
                  and coalesce(k.valid_to, current_date) >= current_date) as compliant
            from catalog.ppetype t join catalog.product p on p.tenant_id = $1 and p.status = 'active'
                and p.deleted_at is null and p.id in (select c.product_id from catalog.productclassification c
                  where c.tenant_id = $1 and c.status = 'confirmed'
                    and (c.unspsc_code = t.unspsc_code or c.etim_class = t.etim_class))
              cross join lateral (select coalesce(sum(i.quantity_available), 0) as available
                from catalog.productinventory i where i.tenant_id = p.tenant_id and i.product_id = p.id) s
            where t.code = any (%s)
            order by s.available > 0 desc, p.name, p.id\
            """;

    /**
     * The articles of the tenant {@code $1}, those in stock first.
     *
     * @param codes SQL for an array of the codes of equipment
     */
    static String sql(String codes) {
        return SQL.formatted(codes);
    }

    /**
     * An article.
     *
     * @param price without scope, in the currency; null where there is none
     * @param available in base units
     */
    public record PpeProduct(
            String ppeCode,
            long productId,
            String sku,
            String name,
            BigDecimal price,
            String currency,
            BigDecimal available,
            boolean compliant) {}

    static PpeProducts of(String code, List<PpeProduct> all) {
        var own = all.stream().filter(product -> product.ppeCode().equals(code)).toList();
        return new PpeProducts(
                own.stream().filter(PpeProduct::compliant).toList(),
                own.stream().filter(product -> !product.compliant()).toList());
    }
}
