package org.quartermaster.catalog.brand;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.catalog.product.ProductRefresh;
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
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** The brands of a tenant. */
@ApplicationScoped
public class Brands {
    private static final String TABLE = "catalog.brand";
    private static final ProblemType NOT_FOUND = new ProblemType(404, "brand_not_found");
    private static final SortKey ID = SortKey.of("id", "b.id", "bigint");
    private static final List<SortKey> SORTS = List.of(
            ID,
            SortKey.of("name", "b.name", "text"),
            SortKey.of("created_at", "b.created_at", "timestamptz"),
            SortKey.of("updated_at", "b.updated_at", "timestamptz"));

    private final TenantDatabase database;
    private final ProductRefresh products;
    private final RowTable<Brand> table;
    private final RowChanges<Brand> changes;

    @Inject
    Brands(TenantDatabase database, ProductRefresh products, DatabaseJson json) {
        this.database = database;
        this.products = products;
        this.table = new RowTable<>(json, TABLE, Brand.class);
        this.changes = new RowChanges<>(table, "brand", "/api/v1/brands/", NOT_FOUND, BrandView::of);
    }

    Uni<Slice<BrandView>> find(Caller caller, Fields query) {
        var list = new ListQuery("brands", table.select("b"), TABLE + " b").where("b.tenant_id = ?", caller.tenant());
        query.text("q", 0, 200).to(text -> list.where("strpos(b.name_key, catalog.name_key(?)) > 0", text));
        query.bool("is_active").to(active -> list.where("b.is_active = ?", active));
        return list.page(query)
                .sort(query, SORTS, "name", ID)
                .run(database, caller, query, row -> BrandView.of(table.read(row)));
    }

    Uni<Answer> get(Caller caller, String id) {
        var query = table.where("t.tenant_id = $1 and t.id = $2", caller.tenant(), changes.id(id));
        return database.readAll(caller, List.of(query))
                .map(rows -> Answer.ok(BrandView.of(table.read(NOT_FOUND.require(rows.get(0))))));
    }

    Uni<Answer> create(UnitOfWork unit, Brand brand) {
        return slug(unit, brand).chain(() -> changes.create(unit, brand));
    }

    /** Adds brands that a file names. */
    public Uni<List<Long>> addNamed(UnitOfWork unit, List<String> names) {
        return Slugs.free(unit, TABLE, names).chain(slugs -> {
            var added = new ArrayList<Brand>();
            for (var i = 0; i < names.size(); i++) {
                var brand = new Brand();
                brand.name = names.get(i);
                brand.slug = slugs.get(i);
                added.add(brand);
            }
            return changes.create(unit, added);
        });
    }

    Uni<Answer> update(UnitOfWork unit, String id, String ifMatch, Fields fields, Saving saving) {
        return changes.update(unit, id, ifMatch, brand -> {
            var words = brand.name + brand.aliases;
            BrandFields.apply(fields, saving, brand);
            return slug(unit, brand)
                    .chain(() -> words.equals(brand.name + brand.aliases)
                            ? Uni.createFrom().voidItem()
                            : products.ofBrand(unit, brand.id));
        });
    }

    private static Uni<Void> slug(UnitOfWork unit, Brand brand) {
        return brand.slug != null
                ? Uni.createFrom().voidItem()
                : Slugs.free(unit, TABLE, brand.name)
                        .invoke(slug -> brand.slug = slug)
                        .replaceWithVoid();
    }

    Uni<Answer> delete(UnitOfWork unit, String id, String ifMatch) {
        return changes.delete(unit, id, ifMatch);
    }
}
