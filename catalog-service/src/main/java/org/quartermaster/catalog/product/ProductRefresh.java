package org.quartermaster.catalog.product;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.security.Roles;

/** Makes words and completeness of many articles anew, after what they are made of changed. */
@ApplicationScoped
public class ProductRefresh implements JobKind {
    private static final String NAME = "product.refresh";
    private static final int PIECE = 200;
    private static final String NEXT = """
            select id from catalog.product
            where tenant_id = $1 and id > $2 and (brand_id = $3 or category_id = $4) and deleted_at is null
            order by id limit %d
            """.formatted(PIECE);

    private final Jobs jobs;
    private final Products products;

    @Inject
    ProductRefresh(Jobs jobs, Products products) {
        this.jobs = jobs;
        this.products = products;
    }

    /** What came of the work. */
    record Refreshed(long products) {}

    /** The articles of a brand, whose names changed. */
    public Uni<Void> ofBrand(UnitOfWork unit, long brand) {
        return queue(unit, JsonNodeFactory.instance.objectNode().put("brand_id", brand));
    }

    /** The articles of a category, which asks for something else of them. */
    public Uni<Void> ofCategory(UnitOfWork unit, long category) {
        return queue(unit, JsonNodeFactory.instance.objectNode().put("category_id", category));
    }

    private Uni<Void> queue(UnitOfWork unit, ObjectNode parameters) {
        return jobs.queue(unit, NAME, parameters).replaceWithVoid();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String role() {
        return Roles.MANAGER;
    }

    /** What was made anew stays as it is the second time. */
    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Outcome run(JobRun run) {
        var brand = run.parameters().path("brand_id").asLong();
        var category = run.parameters().path("category_id").asLong();
        var done = 0L;
        var last = 0L;
        while (true) {
            var found = run.read(NEXT, run.caller().tenant(), last, brand, category);
            var ids = new ArrayList<Long>();
            found.forEach(row -> ids.add(row.getLong("id")));
            if (ids.isEmpty()) {
                return Outcome.succeeded(new Refreshed(done));
            }
            run.write(unit -> InTurn.each(ids, id -> refresh(unit, id)));
            done += ids.size();
            last = ids.get(ids.size() - 1);
            run.progress(done, null);
        }
    }

    private Uni<ProductView> refresh(UnitOfWork unit, long id) {
        return products.lockAny(unit, id)
                .call(product -> unit.run(
                        "select catalog.measure_products($1, array[$2::bigint])",
                        unit.caller().tenant(),
                        id))
                .chain(product -> products.touched(unit, product));
    }
}
