package org.quartermaster.catalog.product;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;

/** Makes words and completeness of many articles anew, after what they are made of changed. */
@ApplicationScoped
public class ProductRefresh implements JobKind {
    private static final String NAME = "product.refresh";
    private static final String CLASSES_SINCE = "classes_since";
    private static final int PIECE = 200;
    private static final String NEXT = """
            select id from catalog.product
            where tenant_id = $1 and id > $2 and (brand_id = $3 or category_id = $4) and deleted_at is null
            order by id limit %d
            """.formatted(PIECE);

    /** Confirmed rows {@code k} whose class has other words since a time. */
    private static final String OF_CHANGED_CLASS = """
            k.status = 'confirmed' and (
              exists (select from catalog.unspsccode u where u.code = k.unspsc_code and u.updated_at >= %1$s)
              or exists (select from catalog.etimclass e
                where e.class_code = k.etim_class and e.version = k.etim_version and (e.updated_at >= %1$s
                  or exists (select from catalog.etimsynonym y where y.class_id = e.id and y.updated_at >= %1$s))))
            """;

    private static final String NEXT_OF_CLASS =
            """
            select p.id from catalog.product p
            where p.tenant_id = $1 and p.id > $2 and p.deleted_at is null and exists (
              select from catalog.productclassification k where k.tenant_id = $1 and k.product_id = p.id and %s)
            order by p.id limit %d
            """.formatted(OF_CHANGED_CLASS.formatted("cast($3::text as timestamptz)"), PIECE);
    private static final String TENANTS = """
            select distinct k.tenant_id, cast(now() as text) from catalog.productclassification k where %s
            """.formatted(OF_CHANGED_CLASS.formatted("now()"));

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

    /**
     * The articles of every tenant whose classes are other than at the beginning of the transaction, which changed them.
     *
     * @param connection of the system role
     */
    public void ofClasses(Connection connection) throws SQLException {
        var since = Sql.query(connection, TENANTS, row -> Map.entry(row.getString(1), row.getString(2)));
        for (var tenant : since) {
            jobs.queue(
                    connection,
                    Caller.system(tenant.getKey()),
                    Ids.next("job"),
                    NAME,
                    JsonNodeFactory.instance.objectNode().put(CLASSES_SINCE, tenant.getValue()));
        }
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
        var done = 0L;
        var last = 0L;
        while (true) {
            var found = next(run, last);
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

    private static RowSet<Row> next(JobRun run, long last) {
        var asked = run.parameters();
        var tenant = run.caller().tenant();
        return asked.has(CLASSES_SINCE)
                ? run.read(NEXT_OF_CLASS, tenant, last, asked.get(CLASSES_SINCE).textValue())
                : run.read(
                        NEXT,
                        tenant,
                        last,
                        asked.path("brand_id").asLong(),
                        asked.path("category_id").asLong());
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
