package org.quartermaster.catalog.customer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;

/** Customers as they are listed. */
@ApplicationScoped
class CustomerList {
    private static final SortKey ID = SortKey.of("id", "c.id", "bigint");
    private static final List<SortKey> SORTS = List.of(
            ID,
            SortKey.of("code", "c.code", "text"),
            SortKey.of("name", "c.name", "text"),
            SortKey.nullable("company_name", "c.company_name", "text"),
            SortKey.of("created_at", "c.created_at", "timestamptz"),
            SortKey.of("updated_at", "c.updated_at", "timestamptz"));
    private static final String MATCHES = "concat_ws(' ', c.code, c.name, c.company_name, c.email) ilike all (?)";

    private final TenantDatabase database;
    private final CustomerTable table;

    @Inject
    CustomerList(TenantDatabase database, CustomerTable table) {
        this.database = database;
        this.table = table;
    }

    Uni<Slice<CustomerView>> find(Caller caller, Fields query) {
        return filtered(table.select(), caller, query)
                .page(query)
                .sort(query, SORTS, "id", ID)
                .run(database, caller, query, row -> CustomerView.of(table.read(row)));
    }

    /** The customers {@code c} that the filters of a query leave. */
    static ListQuery filtered(String select, Caller caller, Fields query) {
        var list = new ListQuery("customers", select, "catalog.customer c")
                .where("c.tenant_id = ?", caller.tenant())
                .words("c.customer_type", query.words("customer_type", CustomerType.class));
        if (!isWithDeleted(caller, query)) {
            list.where("c.deleted_at is null");
        }
        query.text("q", 0, 200).to(text -> list.where(MATCHES, (Object) patterns(text)));
        query.text("industry", 0, 300).to(industry -> list.where("c.industry = ?", industry));
        Numbers.id(query, "customer_group_id").to(id -> list.where("c.customer_group_id = ?", id));
        return list;
    }

    /** Whether deleted ones are asked for too, which is for managers. */
    static boolean isWithDeleted(Caller caller, Fields query) {
        var asked = query.bool("include_deleted").or(false);
        if (asked && !caller.is(Roles.MANAGER)) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        return asked;
    }

    private static String[] patterns(String text) {
        return Arrays.stream(text.split("\\s+"))
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toArray(String[]::new);
    }
}
