package org.quartermaster.catalog.pricing;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase.Query;

/** The one statement that reads all that the prices of some lines come of. */
final class PriceFactsQuery {
    /** Days that a rate of exchange is good for. */
    private static final String OLDEST_RATE = "7";

    private static final String ASKED = """
            with asked as (
              select product_id, min(at) as first_at, max(at) as last_at, min(known) as first_known,
                max(known) as last_known
              from (
                select l.product_id, coalesce(l.at, now()) as at, coalesce(l.known_at, now()) as known
                from unnest($2::bigint[], $3::timestamptz[], $4::timestamptz[]) as l (product_id, at, known_at)
              ) line
              group by product_id
            )
            """;
    /** NB: ladders of rows that differ in bound and amount alone are a quarter of the work of an object for each row. */
    private static final String PRICES = """
            (select json_agg(json_build_object('kind', l.price_kind, 'type', l.price_type, 'currency', l.currency,
                'per', l.price_unit_quantity, 'uom', l.uom, 'scope', l.scope_key, 'supplier_id', l.supplier_id,
                'from', l.effective_from, 'to', l.effective_to, 'recorded_at', l.recorded_at,
                'superseded_at', l.superseded_at, 'id', l.ids, 'amount', l.amounts, 'minimum', l.minimums))
              from (
                select r.price_kind, r.price_type, r.currency, r.price_unit_quantity, r.uom, r.scope_key, r.supplier_id,
                  r.effective_from, r.effective_to, r.recorded_at, r.superseded_at, array_agg(r.id) as ids,
                  array_agg(r.amount) as amounts, array_agg(r.minimum_quantity) as minimums
                from catalog.productpricing r
                where r.tenant_id = $1 and r.product_id = p.id and r.recorded_at <= a.last_known
                  and (r.superseded_at is null or r.superseded_at > a.first_known) and r.effective_from <= a.last_at
                  and (r.effective_to is null or r.effective_to > a.first_at)
                group by r.price_kind, r.price_type, r.currency, r.price_unit_quantity, r.uom, r.scope_key,
                  r.supplier_id, r.effective_from, r.effective_to, r.recorded_at, r.superseded_at) l)
            """;

    private static final String TAX = """
            (select json_agg(json_build_object('rate', t.rate, 'valid_from', lower(t.valid), 'valid_to', upper(t.valid)))
              from catalog.taxrate t
              where t.tenant_id = $1 and t.tax_class = p.tax_class
                and t.valid && daterange((a.first_at at time zone 'UTC')::date, (a.last_at at time zone 'UTC')::date, '[]'))
            """;
    private static final String MARGIN = """
            (select above.min_margin_percent from catalog.category c
              join catalog.category above on above.tenant_id = c.tenant_id
                and above.id = any (string_to_array(btrim(c.path, '/'), '/')::bigint[])
              where c.tenant_id = $1 and c.id = p.category_id and above.min_margin_percent is not null
              order by above.depth desc limit 1)
            """;
    private static final String PRODUCTS = """
            (select json_agg(json_build_object('id', p.id, 'deleted', p.deleted_at is not null, 'base_uom', p.base_uom,
                'currency', p.currency, 'tax_class', p.tax_class, 'margin_percent', %s, 'packs',
                (select json_object_agg(k.code, k.factor) from catalog.productpack k
                  where k.tenant_id = $1 and k.product_id = p.id), 'tax_rates', %s, 'prices', %s))
              from asked a join catalog.product p on p.tenant_id = $1 and p.id = a.product_id)
            """.formatted(MARGIN, TAX, PRICES);
    private static final String CUSTOMERS = """
            (select json_agg(json_build_object('id', c.id, 'currency', c.currency, 'group_id', c.customer_group_id,
                'price_type', g.price_type, 'discount_percent', g.discount_percent, 'lists',
                (select json_agg(l.id order by l.priority, l.id) from catalog.pricelist l
                  where l.tenant_id = $1 and l.is_active
                    and (l.customer_id = c.id or l.customer_group_id = c.customer_group_id))))
              from catalog.customer c
              left join catalog.customergroup g on g.tenant_id = c.tenant_id and g.id = c.customer_group_id
              where c.tenant_id = $1 and c.id = any ($5::bigint[]) and c.deleted_at is null)
            """;
    private static final String GROUPS = """
            (select json_agg(json_build_object('group_id', g.id, 'price_type', g.price_type,
                'discount_percent', g.discount_percent, 'lists',
                (select json_agg(l.id order by l.priority, l.id) from catalog.pricelist l
                  where l.tenant_id = $1 and l.is_active and l.customer_group_id = g.id)))
              from catalog.customergroup g where g.tenant_id = $1 and g.id = any ($7::bigint[]))
            """;
    private static final String LISTS = """
            (select json_agg(l.id order by l.priority, l.id) from catalog.pricelist l
              where l.tenant_id = $1 and l.is_active and l.is_default
                and l.customer_id is null and l.customer_group_id is null)
            """;
    private static final String RATES = """
            (select json_agg(json_build_object('base', f.base, 'quote', f.quote, 'rate', f.rate, 'valid_on', f.valid_on))
              from catalog.fxrate f
              where f.tenant_id = $1 and $6::boolean
                and f.valid_on between (select min((first_at at time zone 'UTC')::date) - %s from asked)
                  and (select max((last_at at time zone 'UTC')::date) from asked))
            """.formatted(OLDEST_RATE);
    private static final String SQL = ASKED + """
            select cast(json_build_object('now', now(), 'products', %s, 'customers', %s, 'groups', %s,
              'default_lists', %s, 'fx_rates', %s, 'inactive_suppliers', (select json_agg(s.id) from catalog.supplier s
                where s.tenant_id = $1 and not s.is_active), 'minor_units', (select json_object_agg(code, minor_units) from catalog.currency),
              'setting', (select json_build_object('price_policy', s.price_policy,
                'min_margin_percent', s.min_margin_percent) from catalog.catalogsetting s where s.tenant_id = $1)) as text)
            """.formatted(PRODUCTS, CUSTOMERS, GROUPS, LISTS, RATES);

    private PriceFactsQuery() {}

    static Query of(String tenant, List<AskedPrice> lines) {
        var columns = new Columns<>(lines);
        return Query.of(
                SQL,
                tenant,
                lines.stream().map(AskedPrice::productId).toArray(Long[]::new),
                columns.times(AskedPrice::at),
                columns.times(AskedPrice::knownAt),
                ids(lines, AskedPrice::customerId),
                lines.stream().anyMatch(AskedPrice::convert),
                ids(lines, AskedPrice::customerGroupId));
    }

    private static Long[] ids(List<AskedPrice> lines, Function<AskedPrice, Long> id) {
        return lines.stream().map(id).filter(Objects::nonNull).distinct().toArray(Long[]::new);
    }
}
