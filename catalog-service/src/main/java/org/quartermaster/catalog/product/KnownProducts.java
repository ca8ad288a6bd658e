package org.quartermaster.catalog.product;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quartermaster.catalog.batch.FileRow;
import org.quartermaster.catalog.provenance.Source;
import org.quartermaster.catalog.row.RowTable;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;

/**
 * What is known of the articles that rows of a file name.
 *
 * @param byLine the articles, locked, by the lines of their rows
 * @param held the fields of articles that a better source gave, such as the availability of those kept in stock
 * @param slugs whose the slugs are that rows give
 */
record KnownProducts(
        Map<Long, Product> byLine, Map<Long, Set<String>> held, Map<String, Long> slugs, Set<String> currencies) {
    /** NB: upper() beside the column would keep it from its index, as it may leak what row security hides. */
    private static final String KNOWN = """
            with asked as materialized (
              select u.line, upper(u.sku) as sku from unnest($2::bigint[], $3::text[]) as u (line, sku))
            select asked.line, %s from asked
            join catalog.product t on t.tenant_id = $1 and t.deleted_at is null and t.sku_upper = asked.sku
            order by t.id for no key update of t
            """;

    private static final String HELD = """
            with asked as materialized (select upper(u.sku) as sku from unnest($2::text[]) as u (sku)),
            known as materialized (
              select p.id from asked
              join catalog.product p on p.tenant_id = $1 and p.deleted_at is null and p.sku_upper = asked.sku)
            select s.product_id, s.field from known
            join catalog.productfieldsource s on s.tenant_id = $1 and s.product_id = known.id
            where s.is_chosen and s.priority > $3
            union all
            select i.product_id, 'availability' from known
            join catalog.productinventory i on i.tenant_id = $1 and i.product_id = known.id
            """;
    private static final String SLUGS = """
            select slug, id from catalog.product where tenant_id = $1 and deleted_at is null and slug = any ($2)
            """;
    private static final String CURRENCIES = "select code from catalog.currency where code = any ($1)";

    static Uni<KnownProducts> of(UnitOfWork unit, RowTable<Product> table, List<FileRow> rows) {
        var tenant = unit.caller().tenant();
        var skus = texts(rows, "sku");
        return unit.runAll(List.of(
                        Query.of(KNOWN.formatted(table.select("t")), tenant, FileRow.lines(rows), skus),
                        Query.of(HELD, tenant, skus, Source.IMPORT.priority),
                        Query.of(SLUGS, tenant, texts(rows, "slug")),
                        Query.of(CURRENCIES, (Object) texts(rows, "currency"))))
                .map(found -> new KnownProducts(
                        byLine(table, found.get(0)), held(found.get(1)), slugs(found.get(2)), codes(found.get(3))));
    }

    private static String[] texts(List<FileRow> rows, String field) {
        return rows.stream().map(row -> row.text(field)).toArray(String[]::new);
    }

    private static Map<Long, Product> byLine(RowTable<Product> table, RowSet<Row> found) {
        var products = new HashMap<Long, Product>();
        found.forEach(row -> products.put(row.getLong("line"), table.read(row)));
        return products;
    }

    private static Map<Long, Set<String>> held(RowSet<Row> found) {
        var held = new HashMap<Long, Set<String>>();
        found.forEach(row -> held.computeIfAbsent(row.getLong("product_id"), id -> new HashSet<>())
                .add(row.getString("field")));
        return held;
    }

    private static Map<String, Long> slugs(RowSet<Row> found) {
        var slugs = new HashMap<String, Long>();
        found.forEach(row -> slugs.put(row.getString("slug"), row.getLong("id")));
        return slugs;
    }

    private static Set<String> codes(RowSet<Row> found) {
        var codes = new HashSet<String>();
        found.forEach(row -> codes.add(row.getString("code").strip()));
        return codes;
    }

    /** Takes the cells out that say less than what is known from a better source. */
    void keepBetter(FileRow row) {
        var product = byLine.get(row.line());
        if (product != null) {
            row.cells().remove(new ArrayList<>(held.getOrDefault(product.id, Set.of())));
        }
    }

    boolean hasCurrency(FileRow row) {
        return row.text("currency").isEmpty() || currencies.contains(row.text("currency"));
    }

    /** Whether another article has the slug that a row gives. */
    boolean isSlugTaken(FileRow row) {
        var owner = slugs.get(row.text("slug"));
        var product = byLine.get(row.line());
        return owner != null && (product == null || !owner.equals(product.id));
    }
}
