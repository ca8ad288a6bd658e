package org.quartermaster.procurement.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.alert.Alert;
import org.quartermaster.procurement.alert.AlertService;
import org.quartermaster.procurement.criteria.Criteria;
import org.quartermaster.procurement.message.ThreadService;
import org.quartermaster.procurement.savedsearch.SavedSearches;

/** What the bid team of the demo looks for and writes to each other. Blocking. */
@ApplicationScoped
class DemoTeam {
    private static final String WATCHES = """
            select 1 from procurement.alerts where tenant_id = $1
            union all
            select 1 from procurement.saved_searches where tenant_id = $1 limit 1
            """;
    private static final String TALKS = """
            select 1 from procurement.message_threads where tenant_id = $1 and tender_id = $2
            """;

    private static final String WORKWEAR = """
            {"cpv": {"any": ["181"]}}""";
    private static final String WINTER = """
            {"keywords": {"any": ["winter service", "зимско одржување", "зимским условима"]}, "closing": {"min_days_left": 3}}""";
    private static final String VEHICLES = """
            {"cpv": {"any": ["34", "16"]}, "value": {"max": 200000, "currency": "EUR", "unknown": "include"}}""";

    private final TenantDatabase database;
    private final Writes writes;
    private final AlertService alerts;
    private final SavedSearches searches;
    private final ThreadService threads;

    @Inject
    DemoTeam(
            TenantDatabase database,
            Writes writes,
            AlertService alerts,
            SavedSearches searches,
            ThreadService threads) {
        this.database = database;
        this.writes = writes;
        this.alerts = alerts;
        this.searches = searches;
        this.threads = threads;
    }

    /** Makes two alerts and a saved search, where there are none. NB: before tenders come, so that they match them. */
    void watch(Caller user) {
        Awaiting.result(() -> writes.write(user, unit -> unit.run(WATCHES, user.tenant())
                .chain(found ->
                        found.size() == 0 ? watch(unit) : Uni.createFrom().voidItem())));
    }

    private Uni<Void> watch(UnitOfWork unit) {
        var workwear = Alert.of("Gloves and workwear", criteria(WORKWEAR));
        workwear.channels = new String[] {"in_app", "email"};
        return alerts.add(unit, workwear)
                .chain(() -> alerts.add(unit, Alert.of("Winter service", criteria(WINTER))))
                .chain(() -> searches.add(unit, "Vehicles and machines up to 200,000 EUR", criteria(VEHICLES)));
    }

    private static Criteria criteria(String text) {
        return Criteria.stored((ObjectNode) Json.stored(text));
    }

    /** Whether they have written to each other, which is the last thing that the demo makes. */
    boolean hasTalked(Caller user) {
        var found = Awaiting.result(() -> database.read(user, TALKS, user.tenant(), DemoTenders.GLOVES));
        return found.size() > 0;
    }

    void talk(Caller user, Caller colleague) {
        var thread = Awaiting.result(() -> writes.write(
                user,
                unit -> threads.open(
                        unit,
                        "Offer for the work gloves",
                        "Both lots are in our range. Who writes the offer?",
                        UUID.fromString(colleague.subject()),
                        DemoTenders.GLOVES)));
        Awaiting.result(() -> threads.post(
                colleague,
                null,
                thread,
                "I do. The winter gloves need a sample, so I order one pair of each size today."));
    }
}
