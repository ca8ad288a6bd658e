package org.quartermaster.procurement.queryhistory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.list.TimeRange;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** What a user asked, and the analyses that are his or were made for the whole organization. */
@ApplicationScoped
class QueryHistoryList {
    private static final ProblemType NO_QUERY = new ProblemType(404, "query_not_found");
    private static final ProblemType NO_ANALYSIS = new ProblemType(404, "analysis_not_found");
    private static final SortKey ASKED = SortKey.of("created_at", "q.created_at", "timestamptz");
    private static final SortKey QUERY = SortKey.of("query_id", "q.query_id", "uuid");
    private static final SortKey MADE = SortKey.of("created_at", "a.created_at", "timestamptz");
    private static final SortKey ANALYSIS = SortKey.of("analysis_id", "a.analysis_id", "uuid");
    private static final String QUERY_COLUMNS = """
            q.query_id, q.question, q.answer, q.sources::text as sources, q.confidence, q.query_time_ms, q.created_at""";
    private static final String ANALYSIS_COLUMNS = """
            a.analysis_id, a.user_id, a.tender_id, a.analysis_type, a.results::text as results, a.processing_time_ms,
            a.created_at""";
    private static final String ONE_QUERY = "select " + QUERY_COLUMNS + """
             from procurement.query_history q where q.tenant_id = $1 and q.user_id = $2 and q.query_id = $3
            """;
    private static final String ONE_ANALYSIS = "select " + ANALYSIS_COLUMNS + """
             from procurement.analysis_history a
            where a.tenant_id = $1 and (a.user_id = $2 or a.user_id is null) and a.analysis_id = $3
            """;
    private static final String DELETE_ONE = """
            delete from procurement.query_history where tenant_id = $1 and user_id = $2 and query_id = $3
            returning query_id
            """;
    private static final String DELETE_ALL = """
            delete from procurement.query_history
            where tenant_id = $1 and user_id = $2 and created_at >= $3 and created_at < $4
            """;

    private final TenantDatabase database;

    @Inject
    QueryHistoryList(TenantDatabase database) {
        this.database = database;
    }

    /** The user of a request; one that is no user of ours has no history. */
    private static UUID user(Caller caller) {
        return Ids.parse(caller.subject()).orElse(null);
    }

    private static UUID id(String text, ProblemType missing) {
        return Ids.parse(text).orElseThrow(() -> Problem.of(missing));
    }

    Uni<Slice<QueryView>> queries(Caller caller, Fields query) {
        return new ListQuery("queries", QUERY_COLUMNS, "procurement.query_history q")
                .where("q.tenant_id = ?", caller.tenant())
                .where("q.user_id = ?", user(caller))
                .between(query, "q.created_at")
                .pageByCursor(query)
                .chronological(ASKED, QUERY, true)
                .run(database, caller, query, QueryView::of);
    }

    Uni<Answer> query(Caller caller, String id) {
        return database.read(caller, ONE_QUERY, caller.tenant(), user(caller), id(id, NO_QUERY))
                .map(NO_QUERY::require)
                .map(QueryView::of)
                .map(view -> Answer.ok(view, ETags.of(1, view.toString())));
    }

    Uni<Answer> delete(UnitOfWork unit, String id) {
        var caller = unit.caller();
        return unit.run(DELETE_ONE, caller.tenant(), user(caller), id(id, NO_QUERY))
                .invoke(NO_QUERY::require)
                .replaceWith(Answer.empty());
    }

    Uni<Answer> deleteAll(UnitOfWork unit, TimeRange range) {
        var caller = unit.caller();
        return unit.run(DELETE_ALL, caller.tenant(), user(caller), range.start(), range.end())
                .replaceWith(Answer.empty());
    }

    Uni<Slice<AnalysisView>> analyses(Caller caller, Fields query) {
        var list = new ListQuery("analyses", ANALYSIS_COLUMNS, "procurement.analysis_history a")
                .where("a.tenant_id = ?", caller.tenant())
                .where("(a.user_id = ? or a.user_id is null)", user(caller));
        query.text("analysis_type", 1, 100).to(type -> list.where("a.analysis_type = ?", type));
        query.text("tender_id", 1, 100).to(tender -> list.where("a.tender_id = ?", tender));
        return list.between(query, "a.created_at")
                .pageByCursor(query)
                .chronological(MADE, ANALYSIS, true)
                .run(database, caller, query, AnalysisView::of);
    }

    Uni<Answer> analysis(Caller caller, String id) {
        return database.read(caller, ONE_ANALYSIS, caller.tenant(), user(caller), id(id, NO_ANALYSIS))
                .map(NO_ANALYSIS::require)
                .map(AnalysisView::of)
                .map(view -> Answer.ok(view, ETags.of(1, view.toString())));
    }
}
