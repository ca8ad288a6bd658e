package org.quartermaster.catalog.recommendation;

/** SQL about what work needs, with products, prices and stock as they are now. Its {@code $1} is the tenant. */
final class ItemSql {
    /**
     * Product, price and stock of the item {@code i}. NB: a unit that is neither the product's own nor one of its
     * packs has no price.
     */
    static final String OFFER = """
            left join catalog.product p on p.tenant_id = $1 and p.id = i.product_id
            left join catalog.productpack k on k.tenant_id = $1 and k.product_id = p.id and k.code = i.uom
            left join lateral (
              select case when i.uom is null or i.uom = p.base_uom then 1 else k.factor end as factor) unit on true
            left join lateral (
              select round(r.amount / r.price_unit_quantity * unit.factor, 4) as price, r.currency
              from catalog.productpricing r
              where r.tenant_id = $1 and r.product_id = p.id and r.superseded_at is null and r.price_kind = 'sell'
                and r.price_type = 'base' and r.scope_key = 'd' and r.uom = p.base_uom and r.validity @> now()
                and r.currency = coalesce(
                  (select s.default_currency from catalog.catalogsetting s where s.tenant_id = $1), 'USD')
                and r.minimum_quantity <= i.quantity * unit.factor
              order by r.minimum_quantity desc limit 1) offer on true
            """;

    static final String IN_STOCK = """
            coalesce((select sum(v.quantity_available) > 0 from catalog.productinventory v
              where v.tenant_id = $1 and v.product_id = p.id), p.availability = 'in_stock', false)""";

    static final String ITEM = """
            jsonb_build_object('id', i.id, 'kind', i.kind, 'product_id', p.id, 'sku', p.sku, 'name', p.name,
              'name_ar', p.name_ar, 'selector', i.selector, 'quantity', i.quantity, 'uom', coalesce(i.uom, p.base_uom),
              'mandatory', i.mandatory, 'reason', i.reason, 'standards', i.standards, 'price', offer.price,
              'currency', offer.currency, 'in_stock', %s, 'outcome', i.outcome)""".formatted(IN_STOCK);

    /**
     * NB: what articles are looked up by are columns of it, because row security keeps an expression that might leak what
     * it sees away from the index.
     */
    private static final String WISHES = """
            with wish as materialized (
              select e.place, w.*, upper(w.sku) as sku_upper, cast(w.selector ->> 'unspsc' as char(8)) as unspsc_first,
                cast(w.unspsc_last as char(8)) as unspsc_end, cast(w.selector ->> 'etim_class' as char(8)) as etim_class,
                w.selector ->> 'category' as category
              from jsonb_array_elements(cast($2::text as jsonb)) with ordinality e (item, place),
                jsonb_to_record(e.item) as w (id bigint, kind text, product_id bigint, sku text, selector jsonb,
                  unspsc_last text, quantity numeric, uom text, mandatory boolean, reason text, standards jsonb,
                  outcome text)
            )
            """;

    /** The categories that each wish asks for: the one that it names and all below it. */
    private static final String CATEGORIES = """
            , bound as materialized (
              select w.place, c.path as first, rtrim(c.path, '/') || '0' as last
              from wish w join catalog.category c on c.tenant_id = $1 and c.slug = w.category
            ), within as materialized (
              select b.place, c.id
              from bound b join catalog.category c on c.tenant_id = $1 and c.path >= b.first and c.path < b.last
            )
            """;

    /** Products of a confirmed class, of the category where no class is asked for, or those that are named. */
    private static final String CANDIDATES = """
            , candidate as (
              select w.place, w.product_id from wish w where w.product_id is not null
              union select w.place, p.id from wish w
                join catalog.product p on p.tenant_id = $1 and p.sku_upper = w.sku_upper and p.deleted_at is null
              union select w.place, c.product_id from wish w
                join catalog.productclassification c on c.tenant_id = $1 and c.status = 'confirmed'
                  and c.unspsc_code between w.unspsc_first and w.unspsc_end
                where w.product_id is null
              union select w.place, c.product_id from wish w
                join catalog.productclassification c on c.tenant_id = $1 and c.status = 'confirmed'
                  and c.etim_class = w.etim_class
                where w.product_id is null
              union select w.place, p.id from wish w join within k on k.place = w.place
                join catalog.product p on p.tenant_id = $1 and p.category_id = k.id
                where w.product_id is null and w.unspsc_first is null and w.etim_class is null
            )
            """;

    private static final String HAS_FEATURES = """
            not exists (
              select from jsonb_to_recordset(coalesce(w.selector -> 'features', '[]'))
                as f (feature_id text, value_code text, low numeric, high numeric)
              where not exists (select from catalog.productspecification s
                where s.tenant_id = $1 and s.product_id = p.id and s.feature_id = f.feature_id
                  and (f.value_code is null or s.value_code = f.value_code)
                  and (f.low is null or s.canonical_high >= f.low) and (f.high is null or s.canonical_low <= f.high)))""";

    /** One product for each wish: what was taken before comes first and what was dismissed last, then what is there. */
    private static final String CHOSEN = """
            , chosen as (
              select distinct on (w.place) w.place, p.id
              from candidate c join wish w on w.place = c.place
                join catalog.product p on p.tenant_id = $1 and p.id = c.product_id
                  and (p.deleted_at is null or w.id is not null) and (p.status = 'active' or p.id = w.product_id)
                left join lateral (
                  select coalesce(sum(case o.outcome when 'accepted' then 1 else -1 end), 0) as liked
                  from catalog.recommendationitem o
                  where o.tenant_id = $1 and o.product_id = p.id and o.outcome is not null) past on true
              where (w.category is null
                  or exists (select from within k where k.place = w.place and k.id = p.category_id)) and %s
              order by w.place, past.liked desc, %s desc, p.id
            )
            """.formatted(HAS_FEATURES, IN_STOCK);

    /** Parameter {@code $2}: an array of {@link Wish}. */
    static final String PROPOSE = WISHES
            + CATEGORIES
            + CANDIDATES
            + CHOSEN
            + "select cast(" + ITEM + " as text) as item from (select w.place, w.id, w.kind, c.id as product_id,"
            + " coalesce(w.selector, '{}') as selector, w.quantity, w.uom, w.mandatory, w.reason, w.standards, w.outcome"
            + " from wish w left join chosen c on c.place = w.place) i " + OFFER + " order by i.place";

    /** The items of the recommendation {@code r} as a JSON array. */
    static final String ITEMS = "(select coalesce(jsonb_agg(" + ITEM
            + " order by i.id), '[]') from catalog.recommendationitem i " + OFFER
            + " where i.tenant_id = $1 and i.recommendation_id = r.id)";

    private ItemSql() {}
}
