package org.quartermaster.catalog.specification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quartermaster.catalog.product.Product;
import org.quartermaster.catalog.row.RowTable;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.DatabaseJson;

/** Keeps what the texts of articles say; it never takes the place of what a person, supplier or import said. */
@ApplicationScoped
public class ParsedSpecifications {
    private static final Set<String> LOWER = Set.of("parsed", "external");

    private final RowTable<Specification> table;
    private final Features features;

    @Inject
    ParsedSpecifications(DatabaseJson json, Features features) {
        this.table = new RowTable<>(json, "catalog.productspecification", Specification.class);
        this.features = features;
    }

    /** Reads the texts of a locked article, and gives how many specifications that added or changed. */
    public Uni<Integer> read(UnitOfWork unit, Product product) {
        var text = product.description == null ? product.name : product.name + "\n" + product.description;
        return features.ofClass(unit, product.id)
                .map(known -> new SpecificationReader(known.values()).read(text))
                .chain(read -> table.find(
                                unit,
                                "t.tenant_id = $1 and t.product_id = $2",
                                unit.caller().tenant(),
                                product.id)
                        .chain(rows -> save(unit, product, rows, read)));
    }

    private Uni<Integer> save(UnitOfWork unit, Product product, List<Specification> rows, List<Specification> read) {
        var former = rows.stream().collect(Collectors.toMap(Specification::key, Function.identity()));
        var added =
                read.stream().filter(each -> !former.containsKey(each.key())).toList();
        var changed = read.stream()
                .filter(each -> former.containsKey(each.key()))
                .filter(each -> isNewer(each, former.get(each.key())))
                .toList();
        read.forEach(each -> each.productId = product.id);
        changed.forEach(each -> each.id = former.get(each.key()).id);
        return table.insert(unit, added)
                .chain(() -> table.update(unit, changed))
                .replaceWith(added.size() + changed.size());
    }

    static boolean isNewer(Specification read, Specification former) {
        return LOWER.contains(former.source) && !read.specValue.equals(former.specValue);
    }
}
