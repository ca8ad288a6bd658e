package org.quartermaster.vehicle.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Function;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Reads the audit views. */
@ApplicationScoped
class AuditViews {
    private static final String ROW = "cast(to_jsonb(v) as text) as row";
    private static final SortKey INGESTED = SortKey.of("file_ingested_at", "v.file_ingested_at", "timestamptz");
    private static final SortKey FILE = SortKey.of("file_id", "v.file_id", "uuid");
    private static final SortKey COLUMN = SortKey.of("column_name", "v.column_name", "text");
    private static final SortKey CODE = SortKey.of("code", "v.code", "text");

    private final TenantDatabase database;
    private final DatabaseJson json;

    @Inject
    AuditViews(TenantDatabase database, DatabaseJson json) {
        this.database = database;
        this.json = json;
    }

    /** NB: counted by the registry, because the view would count the rows of all files for it. */
    Uni<Slice<IngestCount>> ingestCount(Caller caller, Fields query) {
        var file = query.uuid("file_id").value();
        var list = of("ingest-count", "audit.v_ingest_count v", file).countedBy(files(file));
        return list.page(query)
                .chronological(INGESTED, FILE, true)
                .run(database, caller, query, reader(IngestCount.class));
    }

    private static Query files(UUID file) {
        var sql = "select count(*) from raw.csv_files where cast($1 as uuid) is null or file_id = $1";
        return Query.of(sql, file);
    }

    Uni<Slice<UnknownRate>> unknownRate(Caller caller, Fields query) {
        return of(
                        "unknown-rate",
                        "audit.v_unknown_rate v",
                        query.uuid("file_id").value())
                .page(query)
                .chronological(FILE, COLUMN, false)
                .run(database, caller, query, reader(UnknownRate.class));
    }

    Uni<Slice<ParseErrors>> parseErrors(Caller caller, Fields query) {
        return of(
                        "parse-errors",
                        "audit.v_parse_errors v",
                        query.uuid("file_id").value())
                .page(query)
                .chronological(FILE, CODE, false)
                .run(database, caller, query, reader(ParseErrors.class));
    }

    private static ListQuery of(String name, String view, UUID file) {
        var list = new ListQuery(name, ROW, view);
        return file == null ? list : list.where("v.file_id = ?", file);
    }

    private <T> Function<Row, T> reader(Class<T> view) {
        return row -> json.read(row.getString("row"), view);
    }
}
