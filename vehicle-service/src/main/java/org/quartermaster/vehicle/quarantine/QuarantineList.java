package org.quartermaster.vehicle.quarantine;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Records in quarantine, as they are read. */
@ApplicationScoped
class QuarantineList {
    static final ProblemType NO_IMPORT = new ProblemType(404, "import_not_found");
    static final ProblemType NOT_FOUND = new ProblemType(404, "quarantined_record_not_found");

    private static final UUID NOBODY = new UUID(0, 0);
    private static final String SELECT = "cast(" + QuarantineView.JSON + " as text) as record";
    private static final SortKey ROW_NO = SortKey.of("row_no", "q.row_no", "int");
    private static final SortKey ID = SortKey.of("id", "q.id", "bigint");

    private final TenantDatabase database;
    private final DatabaseJson json;

    @Inject
    QuarantineList(TenantDatabase database, DatabaseJson json) {
        this.database = database;
        this.json = json;
    }

    /** What became of records that wait for a decision; the last two are final. */
    @Schema(name = "QuarantineState")
    enum State {
        OPEN,
        REPLAYED,
        DISMISSED
    }

    /** The records of an import, in the order of its file. */
    Uni<Slice<QuarantineView>> find(Caller caller, UUID run, Fields query) {
        var list = new ListQuery("import-quarantine", SELECT, "staging.copart_raw q")
                .where("q.file_id = (select r.file_id from audit.etl_runs r where r.run_id = ?)", run)
                .within(Query.of("select 1 from audit.etl_runs where run_id = $1", run), NO_IMPORT)
                .words("q.state", query.words("state", State.class));
        query.text("code", 1, 40).to(code -> list.where("? = any (q.codes)", code));
        return list.page(query).chronological(ROW_NO, ID, false).run(database, caller, query, this::read);
    }

    Uni<QuarantineView> get(Caller caller, long id) {
        return database.read(caller, "select " + SELECT + " from staging.copart_raw q where q.id = $1", id)
                .map(NOT_FOUND::require)
                .map(this::read);
    }

    private QuarantineView read(Row row) {
        return json.read(row.getString("record"), QuarantineView.class);
    }

    /** NB: what is no id is that of no import, which is found out after the rest of the request is read. */
    static UUID run(String id) {
        return Ids.parse(id).orElse(NOBODY);
    }

    /** As above, of a record. */
    static long id(String id) {
        return Ids.number(id).orElse(0L);
    }
}
