package org.quartermaster.catalog.request;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;

/** Looks, in one statement, whether what a request names is there; another tenant's row is as good as none. */
public final class References {
    public static final String UNKNOWN = "reference.unknown";

    private final List<Object> parameters = new ArrayList<>();
    private final List<String> checks = new ArrayList<>();
    private final String tenant;

    public References(UnitOfWork unit) {
        tenant = unit.caller().tenant();
    }

    /**
     * A row of a tenant's table.
     *
     * @param id null names nothing, and is fine
     */
    public References row(String field, String table, Long id) {
        return row(field, table, id, "");
    }

    /** As {@link #row}, of a table whose rows may be deleted softly. */
    public References living(String field, String table, Long id) {
        return row(field, table, id, " and deleted_at is null");
    }

    private References row(String field, String table, Long id, String condition) {
        return id == null
                ? this
                : add(
                        field,
                        "catalog." + table + " where tenant_id = " + bind(tenant) + " and id = " + bind(id)
                                + condition);
    }

    public References currency(String field, String code) {
        return code == null ? this : add(field, "catalog.currency where code = " + bind(code));
    }

    private References add(String field, String rows) {
        checks.add("select " + bind(field) + "::text where not exists (select from " + rows + ")");
        return this;
    }

    private String bind(Object value) {
        parameters.add(value);
        return "$" + parameters.size();
    }

    /** 422 for each field that names nothing. */
    public Uni<Void> require(UnitOfWork unit) {
        return checks.isEmpty()
                ? Uni.createFrom().voidItem()
                : unit.run(String.join(" union all ", checks), parameters.toArray())
                        .invoke(References::refuse)
                        .replaceWithVoid();
    }

    private static void refuse(RowSet<Row> missing) {
        var errors = new ArrayList<FieldError>();
        missing.forEach(row -> errors.add(new FieldError(row.getString(0), UNKNOWN)));
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
