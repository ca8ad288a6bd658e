package org.quartermaster.procurement.savedsearch;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.procurement.alert.AlertService;
import org.quartermaster.procurement.alert.CriteriaInput;
import org.quartermaster.procurement.alert.LinkedAlerts;
import org.quartermaster.procurement.criteria.Criteria;
import org.quartermaster.procurement.quota.Capacities;
import org.quartermaster.procurement.quota.Capacity;

/** Changes of saved searches; the alert of one follows it. */
@ApplicationScoped
public class SavedSearches {
    static final ProblemType NOT_FOUND = new ProblemType(404, "search_not_found");

    private static final int MAX_NAME = 255;
    private static final String ONE = "select " + SavedSearch.COLUMNS
            + " from procurement.saved_searches s where s.tenant_id = $1 and s.search_id = $2 and s.user_id::text = $3";
    private static final String INSERT = """
            insert into procurement.saved_searches (tenant_id, search_id, user_id, name, search_criteria, is_alert,
              last_seen_seq)
            values ($1, $2, $3, $4, cast($5::text as jsonb), $6,
              (select coalesce(max(position), 0) from procurement.tender_changes))
            """;
    private static final String UPDATE = """
            update procurement.saved_searches set name = $3, search_criteria = cast($4::text as jsonb), is_alert = $5
            where tenant_id = $1 and search_id = $2
            """;

    private final Capacities capacities;
    private final AlertService alerts;
    private final LinkedAlerts linked;

    @Inject
    SavedSearches(Capacities capacities, AlertService alerts, LinkedAlerts linked) {
        this.capacities = capacities;
        this.alerts = alerts;
        this.linked = linked;
    }

    static UUID id(String text) {
        return Ids.parse(text).orElseThrow(() -> Problem.of(NOT_FOUND));
    }

    static void apply(Fields fields, SavedSearch search) {
        fields.text("name", 1, MAX_NAME).to(value -> search.name = value);
        CriteriaInput.read(fields, Json.stored(search.searchCriteria))
                .ifPresent(criteria -> search.searchCriteria = criteria.toJson().toString());
        fields.bool("is_alert").to(value -> search.isAlert = Boolean.TRUE.equals(value));
        if (search.isAlert && search.searchCriteria != null && fields.errors().isEmpty()) {
            search.criteria().requireAny(fields, "criteria");
        }
    }

    Uni<Answer> create(UnitOfWork unit, SavedSearch search) {
        search.searchId = Ids.uuid();
        return capacities
                .require(unit, Capacity.SAVED_SEARCHES)
                .chain(() -> unit.run(
                        INSERT,
                        unit.caller().tenant(),
                        search.searchId,
                        UUID.fromString(unit.caller().subject()),
                        search.name,
                        search.searchCriteria,
                        search.isAlert))
                .chain(() ->
                        search.isAlert ? link(unit, search) : Uni.createFrom().voidItem())
                .chain(() -> find(unit, search.searchId, ""))
                .map(saved -> Answer.created(SavedSearchView.of(saved), "/api/v1/saved-searches/" + saved.searchId));
    }

    /** Keeps a search without an alert. */
    public Uni<Void> add(UnitOfWork unit, String name, Criteria criteria) {
        var search = new SavedSearch();
        search.name = name;
        search.searchCriteria = criteria.toJson().toString();
        return create(unit, search).replaceWithVoid();
    }

    private Uni<Void> link(UnitOfWork unit, SavedSearch search) {
        return alerts.createFor(unit, search.searchId, search.name, search.criteria());
    }

    Uni<Answer> update(UnitOfWork unit, String id, String ifMatch, Fields fields) {
        return find(unit, id(id), " for no key update of s").chain(search -> {
            ETags.requireMatch(ifMatch, search.rv);
            var before = search.alertId != null;
            fields.require("name", "criteria", "is_alert");
            apply(fields, search);
            fields.checkStrictly();
            return unit.run(
                            UPDATE,
                            unit.caller().tenant(),
                            search.searchId,
                            search.name,
                            search.searchCriteria,
                            search.isAlert)
                    .chain(() -> follow(unit, search, before))
                    .chain(() -> find(unit, search.searchId, ""))
                    .map(saved -> Answer.ok(SavedSearchView.of(saved)));
        });
    }

    private Uni<Void> follow(UnitOfWork unit, SavedSearch search, boolean hasAlert) {
        if (!search.isAlert) {
            return hasAlert
                    ? linked.remove(unit, search.searchId)
                    : Uni.createFrom().voidItem();
        }
        return hasAlert ? linked.follow(unit, search.searchId, search.name, search.criteria()) : link(unit, search);
    }

    Uni<Answer> delete(UnitOfWork unit, String id, String ifMatch) {
        return find(unit, id(id), " for update of s")
                .invoke(search -> ETags.requireMatch(ifMatch, search.rv))
                .call(search -> linked.remove(unit, search.searchId))
                .chain(search -> unit.run(
                        "delete from procurement.saved_searches where tenant_id = $1 and search_id = $2",
                        unit.caller().tenant(),
                        search.searchId))
                .replaceWith(Answer.empty());
    }

    static Uni<SavedSearch> find(UnitOfWork unit, UUID id, String lock) {
        return unit.run(ONE + lock, unit.caller().tenant(), id, unit.caller().subject())
                .map(SavedSearches::first);
    }

    private static SavedSearch first(RowSet<Row> rows) {
        return SavedSearch.read(NOT_FOUND.require(rows));
    }
}
