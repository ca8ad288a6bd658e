package org.quartermaster.catalog.category;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.quartermaster.catalog.product.ProductRefresh;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.catalog.row.RowChanges;
import org.quartermaster.catalog.row.RowTable;
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.catalog.row.Slugs;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** The tree of categories of a tenant. */
@ApplicationScoped
public class Categories {
    static final String ENTITY = "category";

    private static final String TABLE = "catalog.category";
    private static final ProblemType NOT_FOUND = new ProblemType(404, "category_not_found");
    private static final SortKey ID = SortKey.of("id", "c.id", "bigint");
    private static final List<SortKey> SORTS = List.of(
            ID,
            SortKey.of("name", "c.name", "text"),
            SortKey.of("position", "c.position", "int"),
            SortKey.of("depth", "c.depth", "int"),
            SortKey.of("created_at", "c.created_at", "timestamptz"),
            SortKey.of("updated_at", "c.updated_at", "timestamptz"));

    private final TenantDatabase database;
    private final ProductRefresh products;
    private final RowTable<Category> table;
    private final RowChanges<Category> changes;

    @Inject
    Categories(TenantDatabase database, ProductRefresh products, DatabaseJson json) {
        this.database = database;
        this.products = products;
        this.table = new RowTable<>(json, TABLE, Category.class, "path", "depth");
        this.changes = new RowChanges<>(table, ENTITY, "/api/v1/categories/", NOT_FOUND, CategoryView::of);
    }

    Uni<Slice<CategoryView>> find(Caller caller, Fields query) {
        var list =
                new ListQuery("categories", table.select("c"), TABLE + " c").where("c.tenant_id = ?", caller.tenant());
        query.text("q", 0, 200)
                .to(text -> list.where(
                        "strpos(catalog.name_key(concat_ws(' ', c.name, c.name_ar)), catalog.name_key(?)) > 0", text));
        query.bool("is_active").to(active -> list.where("c.is_active = ?", active));
        Numbers.id(query, "parent_id").to(parent -> list.where("c.parent_id = ?", parent));
        return list.page(query).sort(query, SORTS, "name", ID).run(database, caller, query, row -> view(row));
    }

    private CategoryView view(Row row) {
        return CategoryView.of(table.read(row));
    }

    Uni<Answer> get(Caller caller, String id) {
        var query = table.where("t.tenant_id = $1 and t.id = $2", caller.tenant(), changes.id(id));
        return database.readAll(caller, List.of(query)).map(rows -> Answer.ok(view(NOT_FOUND.require(rows.get(0)))));
    }

    Uni<Answer> tree(Caller caller) {
        var query = table.where("t.tenant_id = $1 order by t.depth, t.position, t.name, t.id", caller.tenant());
        return database.readAll(caller, List.of(query)).map(rows -> tree(rows.get(0)));
    }

    private Answer tree(RowSet<Row> rows) {
        var ordered = new ArrayList<CategoryView>();
        rows.forEach(row -> ordered.add(view(row)));
        return Answer.ok(CategoryTree.of(ordered), ETags.of(ordered.size(), ordered.toString()));
    }

    Uni<Answer> create(UnitOfWork unit, Category category) {
        return ready(unit, category).chain(() -> changes.create(unit, category));
    }

    /** Adds categories that a file names, at the root; a name that is a number is their external code too. */
    public Uni<List<Long>> addNamed(UnitOfWork unit, List<String> names) {
        return Slugs.free(unit, TABLE, names).chain(slugs -> {
            var added = new ArrayList<Category>();
            for (var i = 0; i < names.size(); i++) {
                added.add(named(names.get(i), slugs.get(i)));
            }
            return changes.create(unit, added);
        });
    }

    private static Category named(String name, String slug) {
        var category = new Category();
        category.name = name;
        category.slug = slug;
        category.externalCode = name.matches("[0-9]{1,64}") ? name : null;
        return category;
    }

    Uni<Answer> update(UnitOfWork unit, String id, String ifMatch, Fields fields, Saving saving) {
        return change(unit, id, ifMatch, category -> {
            var asked = asked(category);
            CategoryFields.apply(fields, saving, category);
            return ready(unit, category)
                    .chain(() -> asked.equals(asked(category))
                            ? Uni.createFrom().voidItem()
                            : products.ofCategory(unit, category.id));
        });
    }

    private Uni<Answer> change(UnitOfWork unit, String id, String ifMatch, Function<Category, Uni<Void>> change) {
        var below = new Subtree(unit, table);
        return below.lock()
                .chain(() -> changes.update(unit, id, ifMatch, category -> {
                    var parent = category.parentId;
                    return change.apply(category)
                            .chain(() -> Objects.equals(parent, category.parentId)
                                    ? Uni.createFrom().voidItem()
                                    : below.remember(category.path));
                }))
                .call(below::tell);
    }

    private static String asked(Category category) {
        return category.requiredFields + " " + category.requiredFeatures;
    }

    Uni<Answer> move(UnitOfWork unit, String id, String ifMatch, Fields fields) {
        return change(unit, id, ifMatch, category -> {
            CategoryFields.place(fields, Saving.PART, category);
            fields.checkStrictly();
            return Uni.createFrom().voidItem();
        });
    }

    private static Uni<Void> ready(UnitOfWork unit, Category category) {
        return requireFeatures(unit, category.requiredFeatures)
                .chain(() -> category.slug != null
                        ? Uni.createFrom().voidItem()
                        : Slugs.free(unit, TABLE, category.name)
                                .invoke(slug -> category.slug = slug)
                                .replaceWithVoid());
    }

    private static Uni<Void> requireFeatures(UnitOfWork unit, JsonNode features) {
        if (features == null || features.isNull()) {
            return Uni.createFrom().voidItem();
        }
        var codes = StreamSupport.stream(features.spliterator(), false)
                .map(JsonNode::textValue)
                .toArray(String[]::new);
        return unit.run("select from catalog.etimfeature where code = any ($1)", (Object) codes)
                .invoke(known -> {
                    if (known.size() < codes.length) {
                        throw Problem.invalid("required_features", "feature.unknown");
                    }
                })
                .replaceWithVoid();
    }

    Uni<Answer> delete(UnitOfWork unit, String id, String ifMatch) {
        return changes.delete(unit, id, ifMatch);
    }
}
