package org.quartermaster.catalog.exchange;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.catalog.batch.FileRow;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;

/**
 * Rows that files name by a word, such as a category by its name. NB: each way to name one is a join of its own, on what
 * was made of the word before, or each word would be compared with each row.
 *
 * @param field that holds the word
 * @param target field that takes the number of the row in its place
 * @param sql gives {@code word} and {@code id} of the words {@code $2} of the tenant {@code $1}
 */
record WordLookup(String field, String target, String sql) {
    static final WordLookup PRODUCT = new WordLookup("sku", "product_id", """
            with asked as materialized (select w.word, upper(w.word) as sku from unnest($2::text[]) as w (word))
            select w.word, p.id from asked w
            join catalog.product p on p.tenant_id = $1 and p.deleted_at is null and p.sku_upper = w.sku
            """);
    static final WordLookup SUPPLIER = new WordLookup("supplier", "supplier_id", """
            with asked as materialized (select w.word, lower(w.word) as name from unnest($2::text[]) as w (word))
            select distinct on (f.word) f.word, f.id from (
              select w.word, s.id, 1 as n from asked w join catalog.supplier s on s.tenant_id = $1 and s.code = w.word
              union all
              select w.word, s.id, 2 from asked w join catalog.supplier s on s.tenant_id = $1 and lower(s.name) = w.name
            ) f order by f.word, f.n, f.id
            """);

    static final WordLookup CUSTOMER = new WordLookup("customer", "customer_id", """
            select w.word, c.id from unnest($2::text[]) as w (word)
            join catalog.customer c on c.tenant_id = $1 and c.deleted_at is null and c.code = w.word
            """);

    /** Rows of a table that are named by their number. */
    static WordLookup byNumber(String name, String table) {
        return new WordLookup(name + "_number", name + "_id", """
                select w.word, r.id from unnest($2::text[]) as w (word)
                join catalog.%s r on r.tenant_id = $1
                  and r.id = case when w.word ~ '^[0-9]{1,18}$' then w.word::bigint end
                """.formatted(table));
    }

    /** Rows of a table that are named by their code. */
    static WordLookup byCode(String field, String table) {
        return new WordLookup(field, field + "_id", """
                select w.word, r.id from unnest($2::text[]) as w (word)
                join catalog.%s r on r.tenant_id = $1 and r.code = w.word
                """.formatted(table));
    }

    /** Puts numbers in the place of the words; a word that names nothing stays, for its row to be rejected. */
    static Uni<Void> resolve(UnitOfWork unit, List<FileRow> rows, List<WordLookup> lookups) {
        var tenant = unit.caller().tenant();
        var queries = lookups.stream()
                .map(lookup -> Query.of(lookup.sql(), tenant, lookup.words(rows)))
                .toList();
        return queries.isEmpty()
                ? Uni.createFrom().voidItem()
                : unit.runAll(queries)
                        .invoke(found -> {
                            for (var i = 0; i < lookups.size(); i++) {
                                lookups.get(i).replace(rows, ids(found.get(i)));
                            }
                        })
                        .replaceWithVoid();
    }

    /** The words of the rows, each once. */
    String[] words(List<FileRow> rows) {
        return rows.stream()
                .map(row -> row.text(field))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toArray(String[]::new);
    }

    private static Map<String, Long> ids(Iterable<Row> found) {
        var ids = new HashMap<String, Long>();
        found.forEach(row -> ids.put(row.getString("word"), row.getLong("id")));
        return ids;
    }

    void replace(List<FileRow> rows, Map<String, Long> ids) {
        for (var row : rows) {
            var cell = row.cells().get(field);
            if (cell != null && cell.isNull()) {
                row.cells().remove(field);
                row.cells().putNull(target);
            } else if (cell != null && ids.containsKey(cell.textValue())) {
                row.cells().remove(field);
                row.cells().put(target, ids.get(cell.textValue()).toString());
            }
        }
    }
}
