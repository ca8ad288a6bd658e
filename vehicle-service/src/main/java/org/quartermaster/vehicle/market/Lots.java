package org.quartermaster.vehicle.market;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;

/** Reads single lots, and what was concluded of them. */
@ApplicationScoped
class Lots {
    static final ProblemType NOT_FOUND = new ProblemType(404, "lot_not_found");
    static final ProblemType REMOVED = new ProblemType(410, "lot_removed");
    private static final String SELECT = select(LotView.JSON);
    private static final String SELECT_WITH_PLACE = select(LotView.JSON_WITH_PLACE);

    private static final String OUTCOME = "cast(to_jsonb(o) as text) as outcome";
    private static final SortKey OUTCOME_ID = SortKey.of("id", "o.id", "bigint");

    private final TenantDatabase database;
    private final DatabaseJson json;

    @Inject
    Lots(TenantDatabase database, DatabaseJson json) {
        this.database = database;
        this.json = json;
    }

    private static String select(String json) {
        return "select l.is_removed, cast(%s as text) as lot from vehicle.lots l where ".formatted(json);
    }

    private static String select(Caller caller) {
        return caller.is(Roles.DATA_ADMIN) ? SELECT_WITH_PLACE : SELECT;
    }

    /** The number of a lot; what is none fails with 404. */
    static Long id(String text) {
        return Ids.number(text).orElseThrow(() -> Problem.of(NOT_FOUND));
    }

    /** The query for the lot that a list belongs to. */
    static Query presence(String id) {
        return Query.of("select is_removed from vehicle.lots where id = $1", id(id));
    }

    /** The list, unless its only extra query found no lot (404), or one that was removed (410). */
    static <T> Slice<T> require(Slice<T> slice) {
        VehiclePresence.require(slice.extras().get(0), NOT_FOUND, REMOVED);
        return slice;
    }

    /** Fails with 404 for a lot that is unknown, and with 410 for one that was removed. */
    Uni<Answer> byId(Caller caller, String id) {
        return database.read(caller, select(caller) + "l.id = $1", id(id)).map(this::answer);
    }

    /** What was concluded of a lot, the newest first. */
    Uni<Slice<OutcomeView>> outcomes(Caller caller, String id, Fields query) {
        return new ListQuery("outcomes", OUTCOME, "vehicle.lot_outcomes o")
                .where("o.lot_id = ?", id(id))
                .page(query)
                .descending(OUTCOME_ID, OUTCOME_ID)
                .run(database, caller, query, row -> outcome(row, caller), presence(id))
                .map(Lots::require);
    }

    /** Files are shown to data admins alone. */
    private OutcomeView outcome(Row row, Caller caller) {
        var outcome = json.read(row.getString("outcome"), OutcomeView.class);
        if (outcome.evidence() instanceof ObjectNode evidence && !caller.is(Roles.DATA_ADMIN)) {
            evidence.remove("file_id");
        }
        return outcome;
    }

    /** By the number that its source gave it; for a source other than copart {@code <source>:<number>}. */
    Uni<Answer> byExternalId(Caller caller, String externalId) {
        return database.read(caller, select(caller) + "l.lot_external_id = $1", externalId)
                .map(this::answer);
    }

    private Answer answer(RowSet<Row> rows) {
        var row = NOT_FOUND.require(rows);
        if (row.getBoolean("is_removed")) {
            throw Problem.of(REMOVED);
        }
        var lot = json.read(row.getString("lot"), LotView.class);
        return Answer.ok(lot, ETags.of(lot.version(), String.valueOf(lot.rowHash())));
    }
}
