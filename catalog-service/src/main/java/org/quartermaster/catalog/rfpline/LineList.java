package org.quartermaster.catalog.rfpline;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Lines as they are read. */
@ApplicationScoped
class LineList {
    private static final SortKey LINE_NO = SortKey.of("line_no", "l.line_no", "int");
    private static final SortKey ID = SortKey.of("id", "l.id", "bigint");
    private static final String OWNER = "select 1 from catalog.rfpdocument where tenant_id = $1 and id = $2";
    private static final String ONE = "select " + RfpLine.WITH_MATCHES
            + " from catalog.rfpline l where l.tenant_id = $1 and l.rfp_id = $2 and l.line_no = $3";

    private final TenantDatabase database;
    private final DatabaseJson json;

    @Inject
    LineList(TenantDatabase database, DatabaseJson json) {
        this.database = database;
        this.json = json;
    }

    /** In the order of the document. */
    Uni<Slice<RfpLineView>> find(Caller caller, long rfp, Fields query, boolean hasMatches) {
        return new ListQuery("rfp-lines", hasMatches ? RfpLine.WITH_MATCHES : RfpLine.COLUMNS, "catalog.rfpline l")
                .where("l.tenant_id = ?", caller.tenant())
                .where("l.rfp_id = ?", rfp)
                .words("l.status", query.words("status", LineStatus.class))
                .within(Query.of(OWNER, caller.tenant(), rfp), ProblemType.NOT_FOUND)
                .page(query)
                .sort(query, List.of(LINE_NO), "line_no", ID)
                .run(database, caller, query, row -> RfpLineView.of(RfpLine.read(row), json));
    }

    Uni<RfpLineView> get(Caller caller, long rfp, int lineNo) {
        return database.read(caller, ONE, caller.tenant(), rfp, lineNo)
                .map(ProblemType.NOT_FOUND::require)
                .map(row -> RfpLineView.of(RfpLine.read(row), json));
    }
}
