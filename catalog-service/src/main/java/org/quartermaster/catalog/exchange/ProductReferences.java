package org.quartermaster.catalog.exchange;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.catalog.product.ImportedProduct;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;

/** Categories and brands by the words that files name them with. */
final class ProductReferences {
    private static final String CATEGORIES = """
            select distinct on (w.word) w.word, c.id from unnest($2::text[]) as w (word)
            join catalog.category c on c.tenant_id = $1
              and (c.external_code = w.word or c.slug = w.word or lower(c.name) = lower(w.word))
            order by w.word, (c.external_code = w.word) desc nulls last, c.id
            """;
    private static final String BRANDS = """
            select distinct on (w.word) w.word, b.id from unnest($2::text[]) as w (word)
            join catalog.brand b on b.tenant_id = $1
              and (b.name_key = catalog.name_key(w.word) or b.slug = w.word)
            order by w.word, b.id
            """;

    private ProductReferences() {}

    /** Puts the number in the place of the word; a word that names nothing stays, for its row to be rejected. */
    static Uni<Void> resolve(UnitOfWork unit, List<ImportedProduct> rows) {
        var tenant = unit.caller().tenant();
        return unit.runAll(List.of(
                        Query.of(CATEGORIES, tenant, words(rows, ProductColumns.CATEGORY)),
                        Query.of(BRANDS, tenant, words(rows, ProductColumns.BRAND))))
                .invoke(found -> {
                    replace(rows, ProductColumns.CATEGORY, ids(found.get(0)));
                    replace(rows, ProductColumns.BRAND, ids(found.get(1)));
                })
                .replaceWithVoid();
    }

    private static String[] words(List<ImportedProduct> rows, String column) {
        return rows.stream()
                .filter(row -> row.cells().has(column))
                .map(row -> row.cells().get(column).textValue())
                .distinct()
                .toArray(String[]::new);
    }

    private static Map<String, Long> ids(Iterable<Row> found) {
        var ids = new HashMap<String, Long>();
        found.forEach(row -> ids.put(row.getString("word"), row.getLong("id")));
        return ids;
    }

    private static void replace(List<ImportedProduct> rows, String column, Map<String, Long> ids) {
        for (var row : rows) {
            var word = row.cells().path(column).textValue();
            if (ids.containsKey(word)) {
                row.cells().remove(column);
                row.cells().put(column + "_id", ids.get(word).toString());
            }
        }
    }

    /** The first of the columns whose word names nothing; null where there is none. */
    static String unknown(ImportedProduct row) {
        return List.of(ProductColumns.CATEGORY, ProductColumns.BRAND).stream()
                .filter(row.cells()::has)
                .findFirst()
                .orElse(null);
    }
}
