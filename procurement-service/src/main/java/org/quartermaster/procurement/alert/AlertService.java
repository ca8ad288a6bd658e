package org.quartermaster.procurement.alert;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.procurement.cpv.CpvWarnings;
import org.quartermaster.procurement.criteria.Criteria;
import org.quartermaster.procurement.quota.Capacities;
import org.quartermaster.procurement.quota.Capacity;

/** Changes of alerts. */
@ApplicationScoped
public class AlertService {
    private final AlertRepository alerts;
    private final Capacities capacities;
    private final AlertLimits limits;

    @Inject
    AlertService(AlertRepository alerts, Capacities capacities, AlertLimits limits) {
        this.alerts = alerts;
        this.capacities = capacities;
        this.limits = limits;
    }

    /** @param alert filled with what the request says */
    Uni<Answer> create(UnitOfWork unit, Alert alert, AlertFields.Past past) {
        return insert(unit, alert)
                .call(() -> alerts.backfill(unit, alert.alertId, past.backfillDays()))
                .chain(saved -> CpvWarnings.of(unit, saved.criteria().codes()).map(odd -> AlertView.of(saved, odd)))
                .map(view -> Answer.created(view, "/api/v1/alerts/" + view.alertId()));
    }

    private Uni<Alert> insert(UnitOfWork unit, Alert alert) {
        alert.tenantId = unit.caller().tenant();
        alert.alertId = Ids.uuid();
        alert.userId = UUID.fromString(unit.caller().subject());
        return capacities
                .require(unit, Capacity.ALERTS)
                .chain(() -> alerts.requireWebhook(unit, alert.webhookId))
                .chain(() -> alerts.insert(unit, alert))
                .call(saved -> alerts.keepVersion(unit, saved));
    }

    /** Makes the alert of a saved search. */
    public Uni<Void> createFor(UnitOfWork unit, UUID searchId, String name, Criteria criteria) {
        var alert = Alert.of(name, criteria);
        alert.savedSearchId = searchId;
        return add(unit, alert);
    }

    /** Makes an alert that looks at what comes from now on. */
    public Uni<Void> add(UnitOfWork unit, Alert alert) {
        return insert(unit, alert).replaceWithVoid();
    }

    Uni<Answer> update(UnitOfWork unit, String id, String ifMatch, Fields fields) {
        return alerts.lock(unit, id).chain(alert -> {
            ETags.requireMatch(ifMatch, alert.rv);
            var before = alert.filters;
            var webhook = alert.webhookId;
            fields.require("name", "criteria", "frequency", "channels", "notify_on", "is_active");
            fields.bool("is_active").to(value -> alert.isActive = Boolean.TRUE.equals(value));
            var past = AlertFields.apply(fields, alert);
            fields.checkStrictly();
            if (alert.savedSearchId != null && !alert.filters.equals(before)) {
                throw Problem.invalid("criteria", "criteria_of_search");
            }
            return (AlertFields.hasOther(alert.webhookId, webhook)
                            ? alerts.requireWebhook(unit, alert.webhookId)
                            : Uni.createFrom().voidItem())
                    .chain(() -> save(unit, alert, before, past));
        });
    }

    private Uni<Answer> save(UnitOfWork unit, Alert alert, String before, AlertFields.Past past) {
        var isOther = !alert.criteria().equals(criteria(before));
        alert.criteriaVersion += isOther ? 1 : 0;
        return alerts.update(unit, alert, past.catchUp())
                .call(saved -> isOther
                        ? alerts.keepVersion(unit, saved)
                        : Uni.createFrom().voidItem())
                .call(saved -> alerts.backfill(unit, saved.alertId, past.backfillDays()))
                .chain(saved -> isOther
                        ? CpvWarnings.of(unit, saved.criteria().codes()).map(odd -> AlertView.of(saved, odd))
                        : Uni.createFrom().item(AlertView.of(saved)))
                .map(Answer::ok);
    }

    private static Criteria criteria(String filters) {
        var alert = new Alert();
        alert.filters = filters;
        return alert.criteria();
    }

    Uni<Answer> delete(UnitOfWork unit, String id, String ifMatch) {
        return alerts.lock(unit, id)
                .invoke(alert -> ETags.requireMatch(ifMatch, alert.rv))
                .invoke(alert -> {
                    if (alert.savedSearchId != null) {
                        throw Problem.of(AlertLimits.OF_SEARCH);
                    }
                })
                .chain(alert -> alerts.delete(unit, alert.alertId))
                .chain(() -> limits.fit(unit))
                .replaceWith(Answer.empty());
    }
}
