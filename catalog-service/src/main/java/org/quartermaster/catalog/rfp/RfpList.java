package org.quartermaster.catalog.rfp;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Requests as they are read. */
@ApplicationScoped
class RfpList {
    private static final SortKey ID = SortKey.of("id", "r.id", "bigint");
    private static final SortKey UPLOADED = SortKey.of("upload_date", "r.upload_date", "timestamptz");
    private static final SortKey DEADLINE = SortKey.nullable("deadline", "r.deadline", "date");
    private static final int MAX_NAME = 300;
    private static final String ONE =
            "select " + RfpDocument.FULL + " from catalog.rfpdocument r where r.tenant_id = $1 and r.id = $2";
    private static final String FILE = """
            select r.document_name, f.media_type, f.content, f.sha256
            from catalog.rfpdocument r join catalog.storedfile f on f.tenant_id = r.tenant_id and f.id = r.file_id
            where r.tenant_id = $1 and r.id = $2
            """;

    private final TenantDatabase database;

    @Inject
    RfpList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<RfpView>> find(Caller caller, Fields query, Locale language) {
        var list = new ListQuery("rfps", RfpDocument.BRIEF, "catalog.rfpdocument r")
                .where("r.tenant_id = ?", caller.tenant())
                .words("r.state", query.words("state", RfpState.class))
                .words("r.analysis_status", query.words("analysis_status", AnalysisStatus.class))
                .words("r.source", query.words("source", RfpSource.class));
        query.text("client_name", 0, MAX_NAME).to(name -> list.where("r.client_name = ?", name));
        query.date("deadline_from").to(from -> list.where("r.deadline >= ?", from));
        query.date("deadline_to").to(to -> list.where("r.deadline <= ?", to));
        return list.page(query)
                .sort(query, List.of(ID, UPLOADED, DEADLINE), "-id", ID)
                .run(database, caller, query, row -> RfpView.of(RfpDocument.read(row), language));
    }

    Uni<RfpView> get(Caller caller, long id, Locale language) {
        return database.read(caller, ONE, caller.tenant(), id)
                .map(ProblemType.NOT_FOUND::require)
                .map(row -> RfpView.of(RfpDocument.read(row), language));
    }

    /** Name, media type, content and hash of the file; 404 where it came without one. */
    Uni<Row> file(Caller caller, long id) {
        return database.read(caller, FILE, caller.tenant(), id).map(ProblemType.NOT_FOUND::require);
    }
}
