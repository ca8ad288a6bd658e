package org.quartermaster.catalog.recommendation;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.quartermaster.catalog.row.RowTable;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** Recommendations in the database. */
@ApplicationScoped
class RecommendationTable {
    static final ProblemType NOT_FOUND = new ProblemType(404, "recommendation_not_found");

    /** Of the recommendation {@code r}. */
    static final String SELECT = """
            cast(to_jsonb(r) || jsonb_build_object('items', x.items, 'unpriced', (
              select count(*) from jsonb_array_elements(x.items) e
              where e ->> 'price' is null or e ->> 'quantity' is null)) as text) as shown""";

    static final String FROM =
            "catalog.workrecommendation r cross join lateral (select " + ItemSql.ITEMS + " as items) x";

    private static final String ONE = "select " + SELECT + " from " + FROM + " where r.tenant_id = $1 and r.id = $2";
    private static final String OF_SOURCE = """
            select id from catalog.workrecommendation
            where tenant_id = $1 and recommendation_source = $2 and source_ref = $3
            """;

    /** NB: the trigger raises the version for what stands in the row alone. */
    private static final String RAISE = """
            update catalog.workrecommendation set version = version + 1, updated_at = now()
            where tenant_id = $1 and id = $2 and version = $3
            """;

    private final DatabaseJson json;
    private final RowTable<RecommendationRow> rows;
    private final WorkItems items;

    @Inject
    RecommendationTable(DatabaseJson json, WorkItems items) {
        this.json = json;
        this.items = items;
        this.rows = new RowTable<>(json, "catalog.workrecommendation", RecommendationRow.class);
    }

    static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException noId) {
            throw Problem.of(NOT_FOUND);
        }
    }

    /** The query of one, for a read outside of a transaction. */
    static String one() {
        return ONE;
    }

    RecommendationView read(Row row) {
        return json.read(row.getString("shown"), RecommendationView.class);
    }

    Uni<RecommendationRow> lock(UnitOfWork unit, long id) {
        return rows.lock(unit, id, NOT_FOUND);
    }

    Uni<RecommendationView> show(UnitOfWork unit, long id) {
        return unit.run(ONE, unit.caller().tenant(), id).map(found -> read(NOT_FOUND.require(found)));
    }

    /** The id of the one that a source has, if any. */
    Uni<Optional<Long>> find(UnitOfWork unit, WorkSource source, String reference) {
        var word = Words.of(source);
        return unit.run(OF_SOURCE, unit.caller().tenant(), word, reference)
                .map(found -> found.size() == 0
                        ? Optional.empty()
                        : Optional.of(found.iterator().next().getLong(0)));
    }

    Uni<RecommendationView> insert(UnitOfWork unit, RecommendationRow row, List<WorkItem> needed) {
        return rows.insert(unit, row)
                .call(saved -> items.replace(unit, saved.id, needed))
                .chain(saved -> show(unit, saved.id));
    }

    /** @param needed the items, or null where they stay */
    Uni<RecommendationView> update(UnitOfWork unit, RecommendationRow row, List<WorkItem> needed) {
        return rows.update(unit, row)
                .call(() -> needed == null
                        ? Uni.createFrom().voidItem()
                        : items.replace(unit, row.id, needed)
                                .chain(() -> unit.run(RAISE, unit.caller().tenant(), row.id, row.version)))
                .chain(saved -> show(unit, saved.id));
    }
}
