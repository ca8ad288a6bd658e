package org.quartermaster.catalog.product;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.quartermaster.catalog.row.CatalogRow;
import org.quartermaster.catalog.row.RowTable;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/**
 * The rows of one kind that belong to an article, such as its packs.
 *
 * @param name of them all, as events show them
 * @param from their table, with the alias {@code x}
 * @param missing what is answered where there is no such row
 */
public record ProductParts<E extends CatalogRow, V>(
        Products products, RowTable<E> table, String name, String from, ProblemType missing, Function<E, V> view) {
    private static final String OF_PRODUCT = "t.tenant_id = $1 and t.product_id = $2 order by t.id";
    private static final SortKey ID = SortKey.of("id", "x.id", "bigint");

    /** A page of those of an article, the oldest first. */
    public Uni<Slice<V>> find(TenantDatabase database, Caller caller, String product, Fields query) {
        var id = LiveProduct.id(product);
        return new ListQuery("product-" + name, table.select("x"), from)
                .where("x.tenant_id = ?", caller.tenant())
                .where("x.product_id = ?", id)
                .page(query)
                .order(List.of(), ID)
                .run(database, caller, query, row -> view.apply(table.read(row)), LiveProduct.query(caller, id))
                .invoke(slice -> LiveProduct.require(slice.extras().get(0)));
    }

    /**
     * Changes those of an article, which is locked meanwhile, and tells of it.
     *
     * @param work is given the article and its rows as they are
     */
    public <T> Uni<T> change(UnitOfWork unit, String product, BiFunction<Product, List<E>, Uni<T>> work) {
        return products.lock(unit, LiveProduct.id(product))
                .chain(locked -> rows(unit, locked).chain(rows -> {
                    var before = views(rows);
                    return work.apply(locked, rows).call(() -> tell(unit, locked, before));
                }));
    }

    private Uni<Void> tell(UnitOfWork unit, Product locked, List<V> before) {
        return rows(unit, locked)
                .map(this::views)
                .chain(now -> now.equals(before)
                        ? Uni.createFrom().voidItem()
                        : products.partChanged(unit, locked, name, before, now));
    }

    private Uni<List<E>> rows(UnitOfWork unit, Product product) {
        return table.find(unit, OF_PRODUCT, unit.caller().tenant(), product.id);
    }

    private List<V> views(List<E> rows) {
        return rows.stream().map(view).toList();
    }

    /** The row of that id. */
    public E pick(List<E> rows, String id) {
        return rows.stream()
                .filter(row -> row.id.toString().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.of(missing));
    }
}
