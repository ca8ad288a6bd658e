package org.quartermaster.catalog.matching;

import com.fasterxml.jackson.core.type.TypeReference;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.quartermaster.catalog.matching.Article.ArticleKey;
import org.quartermaster.catalog.matching.Article.Kind;
import org.quartermaster.catalog.matching.Article.Specification;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase.Query;

/** Articles of a tenant as matching reads them. */
@ApplicationScoped
class ArticleRows {
    private static final TypeReference<List<Specification>> SPECIFICATIONS = new TypeReference<>() {};
    private static final String COUNT = """
            select count(*) as articles from catalog.product
            where tenant_id = $1 and status = 'active' and deleted_at is null
            """;
    private static final String BY_KEYS = """
            with found as (
              select sku_key as key, id from catalog.product where tenant_id = $1 and sku_key = any ($2)
              union select mpn_key, id from catalog.product where tenant_id = $1 and mpn_key = any ($2)
              union select gtin, id from catalog.product where tenant_id = $1 and gtin = any ($2)
              union select sku_key, product_id from catalog.productpack where tenant_id = $1 and sku_key = any ($2)
              union select gtin, product_id from catalog.productpack where tenant_id = $1 and gtin = any ($2)
            )
            select f.key, f.id from found f join catalog.product p on p.tenant_id = $1 and p.id = f.id
            where p.status = 'active' and p.deleted_at is null
            order by f.key, f.id
            """;
    private static final String BY_IDS = """
            select p.id, p.sku, p.mpn, p.gtin, p.name, p.name_ar, b.name as brand, p.description,
              concat_ws(' ', c.name, u.title) as category,
              (select array_agg(k.sku order by k.id) from catalog.productpack k
                where k.tenant_id = p.tenant_id and k.product_id = p.id and k.sku is not null) as pack_skus,
              (select array_agg(k.gtin order by k.id) from catalog.productpack k
                where k.tenant_id = p.tenant_id and k.product_id = p.id and k.gtin is not null) as pack_gtins,
              (select cast(json_agg(json_build_object('name', s.spec_name,
                  'value', concat_ws(' ', s.spec_value, s.unit)) order by s.id) as text)
                from catalog.productspecification s
                where s.tenant_id = p.tenant_id and s.product_id = p.id and s.spec_value <> '') as specifications
            from catalog.product p
              left join catalog.brand b on b.tenant_id = p.tenant_id and b.id = p.brand_id
              left join catalog.category c on c.tenant_id = p.tenant_id and c.id = p.category_id
              left join catalog.productclassification n on n.tenant_id = p.tenant_id and n.product_id = p.id
                and n.status = 'confirmed' and n.unspsc_code is not null
              left join catalog.unspsccode u on u.code = n.unspsc_code
            where p.tenant_id = $1 and p.id = any ($2) and p.status = 'active' and p.deleted_at is null
            order by p.id
            """;

    private final DatabaseJson json;

    @Inject
    ArticleRows(DatabaseJson json) {
        this.json = json;
    }

    static Query count(String tenant) {
        return Query.of(COUNT, tenant);
    }

    static Query byKeys(String tenant, Collection<String> keys) {
        return Query.of(BY_KEYS, tenant, keys.toArray(String[]::new));
    }

    static Query byIds(String tenant, Collection<Long> ids) {
        return Query.of(BY_IDS, tenant, ids.toArray(Long[]::new));
    }

    Article read(Row row) {
        var keys = new ArrayList<ArticleKey>();
        add(keys, Kind.SKU, row.getString("sku"));
        add(keys, Kind.MPN, row.getString("mpn"));
        add(keys, Kind.GTIN, row.getString("gtin"));
        add(keys, Kind.SKU, row.getArrayOfStrings("pack_skus"));
        add(keys, Kind.GTIN, row.getArrayOfStrings("pack_gtins"));
        var specifications = row.getString("specifications");
        return new Article(
                row.getLong("id"),
                List.copyOf(keys),
                row.getString("name"),
                row.getString("name_ar"),
                row.getString("brand"),
                row.getString("category"),
                row.getString("description"),
                specifications == null ? List.of() : json.read(specifications, SPECIFICATIONS));
    }

    private static void add(List<ArticleKey> keys, Kind kind, String... values) {
        if (values != null) {
            Arrays.stream(values)
                    .filter(value -> value != null)
                    .forEach(value -> keys.add(new ArticleKey(kind, value)));
        }
    }
}
