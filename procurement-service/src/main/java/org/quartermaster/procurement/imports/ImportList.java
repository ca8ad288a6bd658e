package org.quartermaster.procurement.imports;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.load.Counts;

/** Reads imports and what they found wrong. */
@ApplicationScoped
class ImportList {
    private static final ProblemType NOT_FOUND = new ProblemType(404, "import_not_found");
    private static final String READ = """
            select job_id, source_id, state, mode, events, bytes, sha256, cast(result as text) as result, error_code,
              created_at, finished_at
            from procurement.ocds_imports where job_id = $1
            """;
    private static final SortKey ID = SortKey.of("issue_id", "i.issue_id", "bigint");
    private static final int LONGEST = 500;

    private final TenantDatabase database;
    private final DatabaseJson json;

    @Inject
    ImportList(TenantDatabase database, DatabaseJson json) {
        this.database = database;
        this.json = json;
    }

    Uni<ImportView> get(Caller caller, String id) {
        return database.read(caller, READ, id).map(NOT_FOUND::require).map(this::view);
    }

    private ImportView view(Row row) {
        return new ImportView(
                row.getString("job_id"),
                row.getString("source_id"),
                row.getString("state"),
                row.getString("mode"),
                row.getString("events"),
                row.getLong("bytes"),
                row.getString("sha256"),
                counts(row.getString("result")),
                row.getString("error_code"),
                Columns.instant(row.getOffsetDateTime("created_at")),
                Columns.instant(row.getOffsetDateTime("finished_at")));
    }

    private Counts counts(String text) {
        return text == null ? null : json.read(text, Counts.class);
    }

    /** The issues of an import in the order of its file. */
    Uni<Slice<IssueView>> issues(Caller caller, String id, Fields query) {
        var list = new ListQuery(
                        "ocds-issues",
                        "i.position, i.ocid, i.release_id, i.severity, i.code, i.pointer, i.message",
                        "procurement.ocds_import_issues i")
                .where("i.job_id = ?", id)
                .within(Query.of("select 1 from procurement.ocds_imports where job_id = $1", id), NOT_FOUND);
        var severity = query.word("severity", Severity.class);
        if (severity.value() != null) {
            list.where("i.severity = ?", Words.of(severity.value()));
        }
        equal(list, query, "code");
        equal(list, query, "ocid");
        return list.pageByCursor(query).order(List.of(), ID).run(database, caller, query, ImportList::issue);
    }

    private static void equal(ListQuery list, Fields query, String name) {
        var wanted = query.text(name, 1, LONGEST).value();
        if (wanted != null) {
            list.where("i." + name + " = ?", wanted);
        }
    }

    private static IssueView issue(Row row) {
        return new IssueView(
                row.getLong("position"),
                row.getString("ocid"),
                row.getString("release_id"),
                row.getString("severity"),
                row.getString("code"),
                row.getString("pointer"),
                row.getString("message"));
    }
}
