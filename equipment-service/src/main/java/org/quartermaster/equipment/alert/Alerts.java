package org.quartermaster.equipment.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.reference.DueStage;
import org.quartermaster.equipment.reference.MaintenanceType;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Json;

/**
 * Raises, updates and resolves alerts in the transaction of what causes them.
 * NB: the caller holds the lock of the machine, so there is one writer of its alerts at a time.
 */
@ApplicationScoped
public class Alerts {
    private static final String ENTITY = "alert";

    private final AlertRepository repository;
    private final AlertLog log;
    private final AlertFollower follower;
    private final ObjectMapper json;

    @Inject
    Alerts(AlertRepository repository, AlertLog log, AlertFollower follower, ObjectMapper json) {
        this.repository = repository;
        this.log = log;
        this.follower = follower;
        this.json = json;
    }

    /** One plan that its alert is to follow; {@code before} is the stage until now. */
    public record Step(Machine machine, PlanDue due, DueStage before) {}

    /** Raises the alert of each plan whose stage rose, or updates the one there is; few statements for many plans. */
    public Uni<Void> followPlans(UnitOfWork unit, List<Step> steps) {
        var plans = steps.stream().map(step -> step.due().planId()).toList();
        return repository.unresolvedOfPlans(plans).chain(found -> {
            var byPlan = found.stream().collect(Collectors.toMap(alert -> alert.planId, Function.identity()));
            // A false alarm stays quiet until the next stage.
            var risen = steps.stream()
                    .filter(step -> !byPlan.containsKey(step.due().planId()))
                    .filter(step -> step.due().stage().compareTo(step.before()) > 0)
                    .toList();
            var known = steps.stream()
                    .filter(step -> byPlan.containsKey(step.due().planId()))
                    .toList();
            return updateAll(unit, known, byPlan).chain(() -> raiseAll(unit, risen));
        });
    }

    private Uni<Void> updateAll(UnitOfWork unit, List<Step> steps, Map<String, Alert> byPlan) {
        var alerts = steps.stream()
                .map(step -> AlertRepository.ofMachine(
                        step.machine(), byPlan.get(step.due().planId())))
                .toList();
        return repository.deriveAll(unit, alerts).chain(() -> {
            var lines = steps.stream()
                    .map(step -> update(unit, byPlan.get(step.due().planId()), step.due()))
                    .flatMap(Optional::stream)
                    .toList();
            return log.add(unit, lines, null);
        });
    }

    private Uni<Void> raiseAll(UnitOfWork unit, List<Step> steps) {
        if (steps.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var raised = steps.stream()
                .map(step -> begin(
                        unit,
                        step.machine(),
                        fill(planAlert(step.due()), step.due()),
                        step.due().explanation()))
                .toList();
        return repository
                .insertAll(unit, raised)
                .chain(() ->
                        log.add(unit, raised.stream().map(AlertLog.Line::raised).toList(), null))
                .chain(() -> repository.requireParts(unit, raised))
                .invoke(() -> raised.forEach(alert -> unit.changed(raised(alert))))
                .replaceWithVoid();
    }

    /** Raises the alert of a plan that is known to have none, with the id and the age of the demo. */
    public Uni<Void> raiseForPlan(UnitOfWork unit, Machine machine, String id, Instant at, PlanDue due) {
        var alert = fill(planAlert(due), due);
        alert.alertId = id;
        alert.createdAt = at;
        return raise(unit, machine, alert, due.explanation()).replaceWithVoid();
    }

    private static Alert planAlert(PlanDue due) {
        var alert = new Alert();
        alert.kind = AlertKind.MAINTENANCE;
        alert.planId = due.planId();
        alert.dedupeKey = due.dedupeKey();
        return alert;
    }

    private static Alert fill(Alert alert, PlanDue due) {
        alert.maintenanceType = due.maintenanceType();
        alert.description = due.description();
        alert.descriptionAr = due.descriptionAr();
        alert.priority = due.priority();
        alert.stage = due.stage();
        alert.isOverdue = due.stage() == DueStage.OVERDUE;
        alert.dueAt = due.dueAt();
        alert.dueHours = due.dueHours();
        alert.dueKm = due.dueKm();
        alert.forecastDueAt = due.forecastDueAt();
        return alert;
    }

    /** Takes the plan over into its alert; the line for the log where that changes more than the explanation. */
    private Optional<AlertLog.Line> update(UnitOfWork unit, Alert alert, PlanDue due) {
        var before = AlertView.of(alert);
        fill(alert, due);
        alert.explanation = json.valueToTree(due.explanation()).toString();
        alert.updatedAt = unit.now();
        if (due.stage().compareTo(before.stage()) > 0) {
            return Optional.of(moved(unit, alert, before, AlertAction.RISE));
        }
        return due.stage() != before.stage() || alert.priority != before.priority()
                ? Optional.of(changed(unit, alert, before, "updated", "updated"))
                : Optional.empty();
    }

    /** Raises the alert of a fault that was reported just now. */
    public Uni<Void> raiseForFault(UnitOfWork unit, Machine machine, FaultAlert fault) {
        var alert = new Alert();
        alert.kind = AlertKind.FAULT;
        alert.faultId = fault.faultId();
        alert.dedupeKey = FaultAlert.key(fault.faultId());
        alert.maintenanceType = MaintenanceType.REPAIR;
        alert.description = fault.title();
        alert.priority = fault.severity();
        return raise(unit, machine, alert, Explanation.fault(fault)).replaceWithVoid();
    }

    /** Raises an alert of which kind, key, type and texts are set; id and age are made where they are not. */
    Uni<Alert> raise(UnitOfWork unit, Machine machine, Alert alert, Explanation explanation) {
        return repository
                .persist(begin(unit, machine, alert, explanation))
                .chain(() -> log.add(unit, List.of(AlertLog.Line.raised(alert)), null))
                .chain(() -> repository.derive(unit, machine, alert))
                .invoke(() -> unit.changed(raised(alert)));
    }

    private Alert begin(UnitOfWork unit, Machine machine, Alert alert, Explanation explanation) {
        alert.alertId = alert.alertId == null ? Ids.next("alert") : alert.alertId;
        alert.tenantId = machine.tenantId;
        alert.equipmentId = machine.equipmentId;
        alert.equipmentName = machine.name;
        alert.explanation = json.valueToTree(explanation).toString();
        alert.createdAt = alert.createdAt == null ? unit.now() : alert.createdAt;
        alert.updatedAt = unit.now();
        return AlertRepository.ofMachine(machine, alert);
    }

    private static Change raised(Alert alert) {
        return new Change(ENTITY, alert.alertId, "raised", AlertView.of(alert), null, parts(alert));
    }

    /** Resolves the unresolved alert of the key, if any; the ids of what it resolved. */
    public Uni<List<String>> resolveByKey(
            UnitOfWork unit, Machine machine, String dedupeKey, Resolution resolution, String recordId) {
        return resolveWhere(unit, machine, alert -> alert.dedupeKey.equals(dedupeKey), resolution, recordId);
    }

    /** Resolves an alert that is no plan's because a record of work names it; the ids of what it resolved. */
    public Uni<List<String>> resolveByWork(UnitOfWork unit, Machine machine, String alertId, String recordId) {
        Predicate<Alert> named = alert -> alert.alertId.equals(alertId) && alert.planId == null;
        return resolveWhere(unit, machine, named, Resolution.MAINTENANCE_RECORDED, recordId);
    }

    /** Resolves all alerts of a machine; the ids of what it resolved. */
    public Uni<List<String>> resolveAll(UnitOfWork unit, Machine machine, Resolution resolution) {
        return resolveWhere(unit, machine, alert -> true, resolution, null);
    }

    /** Carries a machine's new name into its unresolved alerts. */
    public Uni<Void> renamed(UnitOfWork unit, Machine machine) {
        return repository
                .update(
                        "equipmentName = ?1 where equipmentId = ?2 and state <> ?3",
                        machine.name,
                        machine.equipmentId,
                        AlertState.RESOLVED)
                .replaceWithVoid();
    }

    private Uni<List<String>> resolveWhere(
            UnitOfWork unit, Machine machine, Predicate<Alert> which, Resolution resolution, String recordId) {
        return repository
                .unresolved(machine.equipmentId)
                .map(alerts -> alerts.stream().filter(which).toList())
                .chain(alerts -> InTurn.all(alerts, alert -> repository
                        .derive(unit, machine, alert)
                        .chain(() -> resolve(unit, alert, resolution, recordId, null))
                        .replaceWith(alert.alertId)));
    }

    Uni<Void> resolve(UnitOfWork unit, Alert alert, Resolution resolution, String recordId, String note) {
        var before = AlertView.of(alert);
        alert.resolvedAt = unit.now();
        alert.resolvedBy = unit.caller().subject();
        alert.resolution = resolution;
        alert.resolvedRecordId = recordId;
        return move(unit, alert, before, AlertAction.RESOLVE, note)
                .chain(() ->
                        alert.faultId == null ? Uni.createFrom().voidItem() : follower.resolved(unit, alert.faultId));
    }

    /** Takes an allowed step; {@code before} is the view before the caller set what belongs to it. */
    Uni<Void> move(UnitOfWork unit, Alert alert, AlertView before, AlertAction action, String note) {
        return log.add(unit, List.of(moved(unit, alert, before, action)), note);
    }

    private static AlertLog.Line moved(UnitOfWork unit, Alert alert, AlertView before, AlertAction action) {
        alert.state = action.leadsTo;
        return changed(unit, alert, before, action.verb, Words.of(action));
    }

    private static AlertLog.Line changed(UnitOfWork unit, Alert alert, AlertView before, String verb, String action) {
        alert.version++;
        alert.updatedAt = unit.now();
        var extra = new LinkedHashMap<>(parts(alert));
        extra.put("previous", previous(before));
        unit.changed(new Change(ENTITY, alert.alertId, verb, AlertView.of(alert), before, extra));
        return new AlertLog.Line(alert, action, before.state());
    }

    private static Map<String, Object> parts(Alert alert) {
        return Map.of("required_parts", Json.stored(alert.requiredParts));
    }

    private static Map<String, Object> previous(AlertView before) {
        var previous = new LinkedHashMap<String, Object>();
        previous.put("state", before.state());
        previous.put("stage", before.stage());
        previous.put("priority", before.priority());
        return previous;
    }
}
