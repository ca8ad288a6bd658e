package org.quartermaster.procurement.search;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.ListQuery.Part;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.config.SystemConfig;
import org.quartermaster.procurement.cpv.CpvWarnings;
import org.quartermaster.procurement.tender.TenderSql;
import org.quartermaster.procurement.tender.TenderView;

/** The one search of tenders: page, total, facets and warnings in one round trip. */
@ApplicationScoped
public class TenderSearch {
    private static final ProblemType CURSOR_MISMATCH = new ProblemType(400, "cursor_mismatch");
    private static final String UNCERTAIN = " cross join lateral (select %s as uncertain) sure";
    private static final String RANKED = " cross join (select cast(cast(? as text) as tsquery) as words) asked";

    private final TenantDatabase database;
    private final SystemConfig config;

    @Inject
    TenderSearch(TenantDatabase database, SystemConfig config) {
        this.database = database;
        this.config = config;
    }

    /** A search whose answer is put together when its page is there. */
    public Run begin() {
        return new Run();
    }

    /** One search. */
    public final class Run {
        private final Instant instant = Instant.now();
        private List<Facet> facets = List.of();
        private boolean isWarned;

        /** By the parameters of a query. */
        Uni<Slice<TenderView>> find(Caller caller, Fields query) {
            return find(caller, query, TenderFilters.read(caller, query));
        }

        /**
         * By what is asked for; order, page and facets are read from the request.
         *
         * @param request of whose fields no more are read
         */
        public Uni<Slice<TenderView>> find(Caller caller, Fields request, Asked asked) {
            facets = request.words("facets", Facet.class).stream().distinct().toList();
            var sort = request.text("sort", 0, 500).or(SearchOrder.USUAL);
            var list = list(asked, SearchOrder.isRanked(sort));
            list.pageByCursor(request)
                    .sortOneWay(request, SearchOrder.keys(request, asked), SearchOrder.USUAL, SearchOrder.ID)
                    .countedBy(Found.total(asked.conditions(instant), config.integer("search.count_cap")));
            var extras = extras(asked);
            return Uni.createFrom()
                    .deferred(() -> list.run(database, caller, request, TenderSearch::read, extras))
                    .onFailure(TenderSearch::isBadCursor)
                    .transform(refused -> Problem.of(CURSOR_MISMATCH));
        }

        private ListQuery list(Asked asked, boolean isRanked) {
            var from = new StringBuilder("(" + TenderSql.FROM);
            var values = new ArrayList<Object>();
            var uncertain = asked.uncertain(instant).orElse(new Part("cast(null as boolean)"));
            from.append(UNCERTAIN.formatted(uncertain.condition()));
            values.addAll(List.of(uncertain.values()));
            if (isRanked && asked.words() != null) {
                from.append(RANKED);
                values.add(asked.words().tsquery());
            }
            var list = new ListQuery(
                    "tenders",
                    TenderSql.COLUMNS + ", sure.uncertain",
                    from.append(")").toString(),
                    values.toArray());
            var meant = asked.toString();
            asked.conditions(instant).forEach(part -> list.inParts(meant, List.of(part)));
            return list;
        }

        private Query[] extras(Asked asked) {
            var extras =
                    new ArrayList<>(FacetCounts.queries(facets, asked, config.integer("search.facet_cap"), instant));
            isWarned = !asked.cpv().isEmpty();
            if (isWarned) {
                extras.add(CpvWarnings.query(asked.cpv()));
            }
            return extras.toArray(Query[]::new);
        }

        /** The answer of the search. */
        public TenderPage page(Slice<TenderView> slice) {
            var extras = slice.extras();
            var counts = isWarned ? extras.subList(0, extras.size() - 1) : extras;
            var found = FacetCounts.read(facets, counts);
            return new TenderPage(
                    slice.items(),
                    slice.total(),
                    slice.total() <= config.integer("search.count_cap"),
                    slice.next(),
                    facets.isEmpty() ? null : found.facets(),
                    facets.isEmpty() ? null : found.exact(),
                    isWarned ? CpvWarnings.read(extras.get(extras.size() - 1)) : List.of());
        }
    }

    private static TenderView read(Row row) {
        return TenderView.of(TenderSql.read(row), row.getBoolean("uncertain"));
    }

    private static boolean isBadCursor(Throwable failure) {
        return failure instanceof Problem problem && problem.type().equals(ProblemType.BAD_CURSOR);
    }
}
