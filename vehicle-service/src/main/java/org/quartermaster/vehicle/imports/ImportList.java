package org.quartermaster.vehicle.imports;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
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

    private static final UUID NOBODY = new UUID(0, 0);
    private static final int BATCH = 500;
    private static final String CHANGED = """
            cast(jsonb_build_object('lot_id', e.lot_id, 'lot_external_id', l.lot_external_id, 'kind', e.kind, 'at', e.at,
              'changes', e.changes, 'row_no', e.row_no) as text) as row\
            """;
    private static final SortKey EVENT_ID = SortKey.of("id", "e.id", "bigint");

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

    /** The records that are not ok, or those of the verdicts and the code asked for; by their place in the file. */
    Uni<Slice<RecordView>> rows(Caller caller, String id, Fields query, Locale language) {
        var verdicts = query.words("verdict", Verdict.class);
        var list = new ListQuery("import-rows", ROW, "raw.rows w")
                .where("w.file_id = ?", uuid(id))
                .within(run(id), NOT_FOUND)
                .words("w.verdict", verdicts);
        var code = query.text("code", 1, 40);
        code.to(each -> list.where("? = any (w.codes)", each));
        if (verdicts.isEmpty() && !code.given()) {
            list.where("w.verdict <> 'ok'");
        }
        return list.page(query)
                .chronological(ROW_NO, ROW_ID, false)
                .run(database, caller, query, row -> read(row, RecordView.class).in(language));
    }

    /** All records of which there is something to say, in batches. */
    Multi<List<RecordView>> found(Caller caller, String id, Locale language) {
        return new ListQuery("import-report", ROW, "raw.rows w")
                .where("w.file_id = ?", uuid(id)).where("w.codes <> '{}'").chronological(ROW_NO, ROW_ID, false).stream(
                        database, caller, BATCH, row -> read(row, RecordView.class)
                                .in(language));
    }

    /** What happened to lots, in the order in which it was found. */
    Uni<Slice<LotChangeView>> changes(Caller caller, String id, Fields query) {
        var list = new ListQuery("import-changes", CHANGED, "audit.lot_events e join vehicle.lots l on l.id = e.lot_id")
                .where("e.file_id = ?", uuid(id))
                .within(run(id), NOT_FOUND)
                .words("e.kind", query.words("kind", LotChangeView.Kind.class));
        return list.page(query)
                .order(List.of(EVENT_ID), EVENT_ID)
                .run(database, caller, query, row -> read(row, LotChangeView.class));
    }

    private <T> T read(Row row, Class<T> view) {
        return json.read(row.getString("row"), view);
    }

    private static Query run(String id) {
        return Query.of("select 1 from audit.etl_runs where run_id = $1", uuid(id));
    }

    /** NB: what is no id is that of no import, which is found out after the rest of the request is read. */
    static UUID uuid(String id) {
        return Ids.parse(id).orElse(NOBODY);
    }
}
