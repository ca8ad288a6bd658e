package org.quartermaster.procurement.alert;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.procurement.criteria.Criteria;

/** Keeps the alert of a saved search in step with it. */
@ApplicationScoped
public class LinkedAlerts {
    private static final String FOLLOW = """
            with followed as (
              update procurement.alerts a set name = $3, filters = cast($4::text as jsonb),
                criteria_version = criteria_version + case when filters = cast($4::text as jsonb) then 0 else 1 end
              where tenant_id = $1 and saved_search_id = $2
              returning alert_id, criteria_version, filters
            )
            insert into procurement.alert_versions (tenant_id, alert_id, version, filters, valid_from)
            select $1, alert_id, criteria_version, filters, $5 from followed
            on conflict do nothing
            """;

    private final AlertLimits limits;

    @Inject
    LinkedAlerts(AlertLimits limits) {
        this.limits = limits;
    }

    /** Gives the alert of the search its name and criteria; nothing happens where it has none. */
    public Uni<Void> follow(UnitOfWork unit, UUID searchId, String name, Criteria criteria) {
        return unit.run(
                        FOLLOW,
                        unit.caller().tenant(),
                        searchId,
                        name,
                        AlertFields.stored(criteria),
                        Columns.time(unit.now()))
                .replaceWithVoid();
    }

    /** Removes the alert of the search. */
    public Uni<Void> remove(UnitOfWork unit, UUID searchId) {
        return unit.run(
                        "delete from procurement.alerts where tenant_id = $1 and saved_search_id = $2",
                        unit.caller().tenant(),
                        searchId)
                .chain(() -> limits.fit(unit));
    }
}
