package org.quartermaster.catalog.product;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.quartermaster.catalog.text.Key;
import org.quartermaster.catalog.text.Words;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;

/** The folded words that articles are found by, in the transaction that changes what they are made of. */
public final class ProductWords {
    private static final String SOURCES = """
            select p.id, p.name, p.name_ar, p.sku, p.mpn, p.description, p.enriched_description, b.name as brand,
              (select string_agg(a.value, ' ') from jsonb_array_elements_text(b.aliases) a) as aliases,
              (select string_agg(concat_ws(' ', u.title, e.description_en, e.description_de, e.description_fr,
                  e.description_nl, (select string_agg(y.synonym, ' ') from catalog.etimsynonym y
                    where y.class_id = e.id)), ' ')
                from catalog.productclassification k
                left join catalog.unspsccode u on u.code = k.unspsc_code
                left join catalog.etimclass e on e.class_code = k.etim_class and e.version = k.etim_version
                where k.tenant_id = p.tenant_id and k.product_id = p.id and k.status = 'confirmed') as classes,
              (select string_agg(s.spec_name || ' ' || s.spec_value || coalesce(' ' || s.unit, ''), ' ' order by s.id)
                from catalog.productspecification s
                where s.tenant_id = p.tenant_id and s.product_id = p.id and s.is_searchable) as specifications
            from catalog.product p left join catalog.brand b on b.tenant_id = p.tenant_id and b.id = p.brand_id
            where p.tenant_id = $1 and p.id = any ($2) order by p.id for no key update of p
            """;
    private static final String SAVE = """
            update catalog.product p set folded_name = r.name, folded_keys = r.keys, folded_description = r.description,
              folded_specifications = r.specifications
            from unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[])
              as r (id, name, keys, description, specifications)
            where p.tenant_id = $1 and p.id = r.id
              and (p.folded_name, p.folded_keys, p.folded_description, p.folded_specifications)
                is distinct from (r.name, r.keys, r.description, r.specifications)
            """;

    private static final String BRANDS = """
            select b.id, concat_ws(' ', b.name,
              (select string_agg(a.value, ' ') from jsonb_array_elements_text(b.aliases) a)) as words
            from catalog.brand b where b.tenant_id = $1 and b.id = any ($2)
            """;

    /** NB: PostgreSQL indexes 1 MiB of words at most, and the specifications of an article may be more. */
    private static final int LONGEST = 100_000;

    private ProductWords() {}

    private record Folded(long id, String name, String keys, String description, String specifications) {
        static Folded of(Row row) {
            return new Folded(
                    row.getLong("id"),
                    fold(row.getString("name"), row.getString("name_ar")),
                    fold(
                            row.getString("sku"),
                            key(row.getString("sku")),
                            row.getString("mpn"),
                            key(row.getString("mpn")),
                            row.getString("brand"),
                            row.getString("aliases"),
                            row.getString("classes")),
                    fold(row.getString("description"), row.getString("enriched_description")),
                    fold(row.getString("specifications")));
        }

        private static String key(String number) {
            return number == null ? null : Key.of(number).toLowerCase(Locale.ROOT);
        }
    }

    /** The words of some texts, of which any may be null. */
    static String fold(String... texts) {
        var words = Arrays.stream(texts)
                .filter(Objects::nonNull)
                .flatMap(text -> Words.of(text).stream())
                .collect(Collectors.joining(" "));
        return words.substring(0, Math.min(words.length(), LONGEST));
    }

    /** Makes the words of the articles anew; their versions stay. */
    public static Uni<Void> refresh(UnitOfWork unit, Long... ids) {
        return unit.run(SOURCES, unit.caller().tenant(), ids)
                .map(ProductWords::folded)
                .chain(folded -> save(unit, folded));
    }

    /** Makes the words of new articles, which have no class and no specifications yet. */
    static Uni<Void> fill(UnitOfWork unit, List<FoldedProduct> products) {
        var ids = products.stream()
                .map(product -> product.brandId)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(Long[]::new);
        return unit.run(BRANDS, unit.caller().tenant(), ids)
                .invoke(rows -> {
                    var brands = new HashMap<Long, String>();
                    rows.forEach(row -> brands.put(row.getLong("id"), row.getString("words")));
                    products.forEach(product -> fill(product, brands.get(product.brandId)));
                })
                .replaceWithVoid();
    }

    private static void fill(FoldedProduct product, String brand) {
        product.foldedName = fold(product.name, product.nameAr);
        product.foldedKeys = fold(product.sku, Folded.key(product.sku), product.mpn, Folded.key(product.mpn), brand);
        product.foldedDescription = fold(product.description, product.enrichedDescription);
    }

    private static List<Folded> folded(RowSet<Row> rows) {
        var folded = new ArrayList<Folded>();
        rows.forEach(row -> folded.add(Folded.of(row)));
        return folded;
    }

    private static Uni<Void> save(UnitOfWork unit, List<Folded> folded) {
        var rows = new Columns<>(folded);
        return unit.run(
                        SAVE,
                        unit.caller().tenant(),
                        folded.stream().map(Folded::id).toArray(Long[]::new),
                        rows.texts(Folded::name),
                        rows.texts(Folded::keys),
                        rows.texts(Folded::description),
                        rows.texts(Folded::specifications))
                .replaceWithVoid();
    }
}
