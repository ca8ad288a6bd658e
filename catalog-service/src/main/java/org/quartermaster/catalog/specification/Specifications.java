package org.quartermaster.catalog.specification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.catalog.product.Product;
import org.quartermaster.catalog.product.ProductParts;
import org.quartermaster.catalog.product.Products;
import org.quartermaster.catalog.row.RowTable;
import org.quartermaster.catalog.row.RowTags;
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** What is known of articles. */
@ApplicationScoped
class Specifications {
    private static final int MOST = 1_000;

    private final TenantDatabase database;
    private final Features features;
    private final RowTable<Specification> table;
    private final ProductParts<Specification, SpecificationView> parts;

    @Inject
    Specifications(TenantDatabase database, DatabaseJson json, Products products, Features features) {
        this.database = database;
        this.features = features;
        this.table = new RowTable<>(json, "catalog.productspecification", Specification.class);
        this.parts = new ProductParts<>(
                products,
                table,
                "specifications",
                "catalog.productspecification x",
                new ProblemType(404, "specification_not_found"),
                SpecificationView::of);
    }

    /** What an article is said to be, as a whole. */
    @Schema(name = "ProductSpecifications")
    record Whole(List<SpecificationView> items) {}

    Uni<Slice<SpecificationView>> find(Caller caller, String product, Fields query) {
        return parts.find(database, caller, product, query);
    }

    /** Makes the given set the whole of it; what was there and is in the set keeps its number. */
    Uni<Answer> replace(UnitOfWork unit, String product, String ifMatch, Fields fields) {
        var given = new ArrayList<Specification>();
        fields.require("items");
        for (var item : fields.items("items", MOST)) {
            var specification = new Specification();
            SpecificationFields.apply(item, Saving.WHOLE, specification);
            given.add(specification);
        }
        fields.checkStrictly();
        return parts.change(unit, product, (owner, rows) -> {
                    ETags.requireMatch(ifMatch, RowTags.version(rows));
                    return features.of(unit, owner.id, given)
                            .invoke(known -> SpecificationCheck.fill(given, known, "items[%d]."))
                            .chain(() -> save(unit, owner, rows, given));
                })
                .chain(owner -> table.find(
                        unit,
                        "t.tenant_id = $1 and t.product_id = $2 order by t.id",
                        unit.caller().tenant(),
                        owner.id))
                .map(Specifications::whole);
    }

    private static Answer whole(List<Specification> rows) {
        var set = new Whole(rows.stream().map(SpecificationView::of).toList());
        return Answer.ok(set, ETags.of(RowTags.version(rows), set.toString()));
    }

    private Uni<Product> save(UnitOfWork unit, Product owner, List<Specification> rows, List<Specification> given) {
        var former = rows.stream().collect(Collectors.toMap(Specification::key, Function.identity()));
        for (var each : given) {
            each.productId = owner.id;
            var same = former.remove(each.key());
            each.id = same == null ? null : same.id;
        }
        var added = given.stream().filter(each -> each.id == null).toList();
        var kept = given.stream().filter(each -> each.id != null).toList();
        var dropped = former.values().stream().map(each -> each.id).toArray(Long[]::new);
        return unit.run(
                        "delete from catalog.productspecification where tenant_id = $1 and id = any ($2)",
                        unit.caller().tenant(),
                        dropped)
                .chain(() -> table.update(unit, kept))
                .chain(() -> table.insert(unit, added))
                .replaceWith(owner);
    }

    Uni<Answer> patch(UnitOfWork unit, String product, String id, String ifMatch, Fields fields) {
        return parts.change(unit, product, (owner, rows) -> {
                    var specification = parts.pick(rows, id);
                    ETags.requireMatch(ifMatch, RowTags.version(specification));
                    SpecificationFields.apply(fields, Saving.PART, specification);
                    fields.checkStrictly();
                    return features.of(unit, owner.id, List.of(specification))
                            .invoke(known -> SpecificationCheck.fill(List.of(specification), known, ""))
                            .chain(() -> table.update(unit, specification));
                })
                .map(saved -> Answer.ok(SpecificationView.of(saved)));
    }

    Uni<Answer> delete(UnitOfWork unit, String product, String id, String ifMatch) {
        return parts.change(unit, product, (owner, rows) -> {
                    var specification = parts.pick(rows, id);
                    ETags.requireMatch(ifMatch, RowTags.version(specification));
                    return table.delete(unit, specification.id);
                })
                .replaceWith(Answer.empty());
    }
}
