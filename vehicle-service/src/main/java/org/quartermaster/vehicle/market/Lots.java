package org.quartermaster.vehicle.market;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.security.Caller;

/** Reads single lots. */
@ApplicationScoped
class Lots {
    static final ProblemType NOT_FOUND = new ProblemType(404, "lot_not_found");
    static final ProblemType REMOVED = new ProblemType(410, "lot_removed");
    private static final String SELECT =
            "select l.is_removed, cast(%s as text) as lot from vehicle.lots l where ".formatted(LotView.JSON);

    private final TenantDatabase database;
    private final DatabaseJson json;

    @Inject
    Lots(TenantDatabase database, DatabaseJson json) {
        this.database = database;
        this.json = json;
    }

    /** Fails with 404 for a lot that is unknown, and with 410 for one that was removed. */
    Uni<Answer> byId(Caller caller, String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw Problem.of(NOT_FOUND);
        }
        return database.read(caller, SELECT + "l.id = $1", Long.valueOf(id)).map(this::answer);
    }

    /** By the number that its source gave it; for a source other than copart {@code <source>:<number>}. */
    Uni<Answer> byExternalId(Caller caller, String externalId) {
        return database.read(caller, SELECT + "l.lot_external_id = $1", externalId)
                .map(this::answer);
    }

    private Answer answer(RowSet<Row> rows) {
        var row = NOT_FOUND.require(rows);
        if (row.getBoolean("is_removed")) {
            throw Problem.of(REMOVED);
        }
        var lot = json.read(row.getString("lot"), LotView.class);
        return Answer.ok(lot, ETags.of(lot.version(), ""));
    }
}
