package org.quartermaster.catalog.safety;

import java.math.BigDecimal;
import java.util.List;

/**
 * A product that is asked about.
 *
 * @param classes its confirmed ones, of UNSPSC and ETIM
 * @param soundDba sound pressure level, or null where no feature tells it
 * @param vibration the highest emission value in m/s2, or null
 */
record KnownProduct(long id, String sku, String name, List<String> classes, BigDecimal soundDba, BigDecimal vibration) {
    /**
     * Those of the tenant {@code $1} with the ids {@code $2}. NB: sound power is no sound pressure at the ear, and an
     * uncertainty is no level; of several kinds of use the one that shakes most counts.
     */
    static final String SQL = """
            select p.id, p.sku, p.name,
              array(select code from catalog.productclassification c,
                  unnest(array[cast(c.unspsc_code as text), cast(c.etim_class as text)]) code
                where c.tenant_id = p.tenant_id and c.product_id = p.id and c.status = 'confirmed'
                  and code is not null) as classes,
              (select max(coalesce(s.canonical_high, s.value_num)) from catalog.productspecification s
                left join catalog.etimfeature f on f.code = s.feature_id
                where s.tenant_id = p.tenant_id and s.product_id = p.id and s.dimension = 'sound level'
                  and (s.feature_id = 'EF017718' or lower(coalesce(f.name, s.spec_name))
                    in ('sound pressure level', 'sound level', 'max. sound pressure level'))) as sound_dba,
              (select max(coalesce(s.value_num, s.value_high)) from catalog.productspecification s
                left join catalog.etimfeature f on f.code = s.feature_id
                where s.tenant_id = p.tenant_id and s.product_id = p.id and s.unit in ('m/s²', 'm/s2')
                  and lower(coalesce(f.name, s.spec_name)) ~ '^vibration'
                  and lower(coalesce(f.name, s.spec_name)) !~ 'uncertainty') as vibration
            from catalog.product p where p.tenant_id = $1 and p.id = any (cast($2 as bigint[])) and p.deleted_at is null
            order by array_position(cast($2 as bigint[]), p.id)
            """;
}
