package org.quartermaster.catalog.product;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import org.quartermaster.catalog.row.RowChanges;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;

/** That an article exists: 404 where it never did, 410 where it was deleted. */
public final class LiveProduct {
    static final ProblemType NOT_FOUND = new ProblemType(404, "product_not_found");
    static final ProblemType DELETED = new ProblemType(410, "product.deleted");

    private LiveProduct() {}

    /** The id that a path names. */
    public static long id(String text) {
        return RowChanges.id(text, NOT_FOUND);
    }

    /** Asks for it beside another read. */
    public static Query query(Caller caller, long id) {
        return Query.of(
                "select deleted_at is not null as is_deleted from catalog.product where tenant_id = $1 and id = $2",
                caller.tenant(),
                id);
    }

    /** Judges what {@link #query} found. */
    public static void require(RowSet<Row> found) {
        if (NOT_FOUND.require(found).getBoolean("is_deleted")) {
            throw Problem.of(DELETED);
        }
    }
}
