package org.quartermaster.vehicle.imports;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.vehicle.market.DatabaseJson;

/** Imports and what they found, as they are read. */
@ApplicationScoped
class ImportList {
    static final ProblemType NOT_FOUND = new ProblemType(404, "import_not_found");

    private static final String IMPORT = "cast(" + ImportView.JSON + " as text) as import";
    private static final String ROW = """
            cast(jsonb_build_object('row_no', w.row_no, 'line_no', w.line_no, 'lot_external_id', w.lot_external_id,
              'vin_raw', w.vin_raw, 'verdict', w.verdict, 'effect', w.effect, 'codes', (
                select coalesce(jsonb_agg(jsonb_build_object('code', c.code, 'field', f.value ->> 'field',
                  'arguments', f.value -> 'arguments')), '[]')
                from unnest(w.codes) as c (code)
                left join jsonb_array_elements(w.findings) as f on f.value ->> 'code' = c.code)) as text) as row\
            """;
    private static final SortKey CREATED = SortKey.of("created_at", "r.created_at", "timestamptz");
    private static final SortKey RUN_ID = SortKey.of("import_id", "r.run_id", "uuid");
    private static final SortKey ROW_NO = SortKey.of("row_no", "w.row_no", "int");
    private static final SortKey ROW_ID = SortKey.of("id", "w.id", "bigint");

    private final TenantDatabase database;
    private final DatabaseJson json;

    @Inject
    ImportList(TenantDatabase database, DatabaseJson json) {
        this.database = database;
        this.json = json;
    }

    /** States of an import; the last four are final. */
    @Schema(name = "ImportState")
    enum State {
        QUEUED,
        RUNNING,
        COMPLETED,
        FAILED,
        REJECTED,
        CANCELLED
    }

    /** Judgements on records. */
    @Schema(name = "RecordVerdict")
    enum Verdict {
        OK,
        REPAIR,
        FLAG,
        QUARANTINE
    }

    Uni<ImportView> get(Caller caller, String id) {
        return database.read(caller, "select " + IMPORT + " from audit.etl_runs r where r.run_id = $1", uuid(id))
                .map(NOT_FOUND::require)
                .map(row -> json.read(row.getString("import"), ImportView.class));
    }

    /** The newest first. */
    Uni<Slice<ImportView>> find(Caller caller, Fields query) {
        var list = new ListQuery("imports", IMPORT, "audit.etl_runs r");
        query.text("source", 1, 40).to(source -> list.where("r.about ->> 'source' = ?", source));
        list.words("r.status", query.words("state", State.class)).between(query, "r.created_at");
        return list.page(query)
                .chronological(CREATED, RUN_ID, true)
                .run(database, caller, query, row -> json.read(row.getString("import"), ImportView.class));
    }

    /** The records that were new or changed, or of which there is something to say; by their place in the file. */
    Uni<Slice<RecordView>> rows(Caller caller, String id, Fields query) {
        var list = new ListQuery("import-rows", ROW, "raw.rows w")
                .where("w.file_id = ?", uuid(id))
                .within(run(id), NOT_FOUND)
                .words("w.verdict", query.words("verdict", Verdict.class));
        query.text("code", 1, 40).to(code -> list.where("? = any (w.codes)", code));
        return list.page(query)
                .chronological(ROW_NO, ROW_ID, false)
                .run(database, caller, query, row -> read(row, RecordView.class));
    }

    private <T> T read(Row row, Class<T> view) {
        return json.read(row.getString("row"), view);
    }

    private static Query run(String id) {
        return Query.of("select 1 from audit.etl_runs where run_id = $1", uuid(id));
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw Problem.of(NOT_FOUND);
        }
    }
}
