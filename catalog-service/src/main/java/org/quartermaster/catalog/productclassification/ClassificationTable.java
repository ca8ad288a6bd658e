package org.quartermaster.catalog.productclassification;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;

/** The history of classifications within a unit of work. */
final class ClassificationTable {
    private static final String STANDING = "select " + ClassificationView.COLUMNS + """
             from catalog.productclassification c
            where c.tenant_id = $1
              and (c.product_id = any ($2) and c.status in ('proposed', 'confirmed') or c.id = any ($3))
            order by c.id
            """;
    private static final String PRODUCTS = """
            select product_id from catalog.productclassification where tenant_id = $1 and id = any ($2)
            """;
    private static final String MOVE = """
            update catalog.productclassification c set status = n.status, decided_at = coalesce(c.decided_at, $4)
            from unnest($2::bigint[], $3::text[]) as n (id, status)
            where c.tenant_id = $1 and c.id = n.id returning\s""" + ClassificationView.COLUMNS;
    private static final String CONFIRM = """
            insert into catalog.productclassification as c
              (tenant_id, product_id, unspsc_code, etim_class, etim_version, confidence, classification_method, status,
               classified_at, classified_by, decided_at, notes)
            values ($1, $2, $3, $4, $5, 1, 'manual', 'confirmed', $6, $7, $6, $8) returning\s""" + ClassificationView.COLUMNS;

    private ClassificationTable() {}

    /** A code as a person gave it, with the version that an ETIM class has now. */
    record Given(String unspscCode, String etimClass, Integer etimVersion, String notes) {}

    /** The articles of classifications. */
    static Uni<List<Long>> products(UnitOfWork unit, Collection<Long> ids) {
        return unit.run(PRODUCTS, unit.caller().tenant(), ids.toArray(Long[]::new))
                .map(rows -> {
                    var found = new ArrayList<Long>();
                    rows.forEach(row -> found.add(row.getLong(0)));
                    return found;
                });
    }

    /** What stands for the articles, proposed or confirmed, and beside it the rows of the ids. */
    static Uni<List<ClassificationView>> standing(UnitOfWork unit, Collection<Long> products, Collection<Long> ids) {
        return unit.run(STANDING, unit.caller().tenant(), products.toArray(Long[]::new), ids.toArray(Long[]::new))
                .map(ClassificationTable::views);
    }

    /**
     * Gives rows another status. NB: what is retired goes first, since an article has one confirmed row of a system at
     * every moment.
     */
    static Uni<List<ClassificationView>> move(UnitOfWork unit, Map<Long, Status> moved) {
        var retired = moved.entrySet().stream()
                .filter(entry -> entry.getValue() == Status.SUPERSEDED)
                .toList();
        var decided = moved.entrySet().stream()
                .filter(entry -> entry.getValue() != Status.SUPERSEDED)
                .toList();
        return unit.runAll(List.of(moving(unit, retired), moving(unit, decided)))
                .map(results -> views(results.get(1)));
    }

    private static Query moving(UnitOfWork unit, List<Map.Entry<Long, Status>> rows) {
        var columns = new Columns<>(rows);
        return Query.of(
                MOVE,
                unit.caller().tenant(),
                rows.stream().map(Map.Entry::getKey).toArray(Long[]::new),
                columns.texts(row -> Words.of(row.getValue())),
                Columns.time(unit.now()));
    }

    static Uni<ClassificationView> confirm(UnitOfWork unit, long product, Given given) {
        return unit.run(
                        CONFIRM,
                        unit.caller().tenant(),
                        product,
                        given.unspscCode(),
                        given.etimClass(),
                        given.etimVersion(),
                        Columns.time(unit.now()),
                        unit.caller().subject(),
                        given.notes())
                .map(rows -> ClassificationView.of(rows.iterator().next()));
    }

    private static List<ClassificationView> views(RowSet<Row> rows) {
        var views = new ArrayList<ClassificationView>();
        rows.forEach(row -> views.add(ClassificationView.of(row)));
        return views;
    }
}
