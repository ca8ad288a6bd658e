package org.quartermaster.equipment.alert;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.equipment.plan.PlanClosing;
import org.quartermaster.equipment.reference.DueStage;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;

/** What people do with alerts. */
@ApplicationScoped
class AlertService {
    private final MachineRepository machines;
    private final AlertRepository repository;
    private final Alerts alerts;
    private final PlanClosing plans;

    @Inject
    AlertService(MachineRepository machines, AlertRepository repository, Alerts alerts, PlanClosing plans) {
        this.machines = machines;
        this.repository = repository;
        this.alerts = alerts;
        this.plans = plans;
    }

    /** Raises a manual alert; 409 where one of the same type is unresolved. */
    Uni<Answer> raise(UnitOfWork unit, String equipmentId, Alert alert) {
        return machines.lock(equipmentId)
                .chain(machine -> {
                    alert.kind = AlertKind.MANUAL;
                    alert.dedupeKey = "manual:" + Words.of(alert.maintenanceType);
                    alert.isOverdue = isPassed(unit, machine, alert);
                    alert.stage = alert.isOverdue ? DueStage.OVERDUE : null;
                    var explanation = Explanation.manual(alert.description, alert.descriptionAr);
                    return alerts.raise(unit, machine, alert, explanation);
                })
                .map(AlertView::of)
                .map(view -> Answer.created(view, "/api/v1/alerts/" + view.alertId()));
    }

    private static boolean isPassed(UnitOfWork unit, Machine machine, Alert alert) {
        return (alert.dueAt != null && alert.dueAt.isBefore(unit.now()))
                || (alert.dueHours != null
                        && machine.currentHours != null
                        && alert.dueHours.compareTo(machine.currentHours) < 0)
                || (alert.dueKm != null && machine.currentKm != null && alert.dueKm.compareTo(machine.currentKm) < 0);
    }

    Uni<Answer> acknowledge(UnitOfWork unit, String id, String note) {
        return act(unit, id, AlertAction.ACKNOWLEDGE, (machine, alert) -> {
            var before = AlertView.of(alert);
            alert.acknowledgedAt = unit.now();
            alert.acknowledgedBy = unit.caller().subject();
            alert.snoozedUntil = null;
            return alerts.move(unit, alert, before, AlertAction.ACKNOWLEDGE, note);
        });
    }

    /** Puts it off; another time moves one that is put off already, the same time is no change. */
    Uni<Answer> snooze(UnitOfWork unit, String id, Instant until, String note) {
        return act(unit, id, AlertAction.SNOOZE, (machine, alert) -> {
            if (until.equals(alert.snoozedUntil)) {
                return Uni.createFrom().voidItem();
            }
            var before = AlertView.of(alert);
            alert.snoozedUntil = until;
            alert.snoozedBy = unit.caller().subject();
            return alerts.move(unit, alert, before, AlertAction.SNOOZE, note);
        });
    }

    /** Opens a snoozed alert whose time is up; harmless when somebody was quicker. */
    Uni<Void> wake(UnitOfWork unit, String id) {
        return repository
                .lockMachine(unit, id)
                .chain(machine -> locked(unit, machine, id))
                .chain(alert -> {
                    if (alert.state != AlertState.SNOOZED || alert.snoozedUntil.isAfter(unit.now())) {
                        return Uni.createFrom().voidItem();
                    }
                    var before = AlertView.of(alert);
                    alert.snoozedUntil = null;
                    return alerts.move(unit, alert, before, AlertAction.WAKE, null);
                });
    }

    Uni<Answer> resolve(UnitOfWork unit, String id, ResolveReason reason, String note) {
        return act(unit, id, AlertAction.RESOLVE, (machine, alert) -> alerts.resolve(
                        unit, alert, reason.resolution(), null, note)
                .chain(() -> settlePlan(unit, machine, alert, reason)));
    }

    /** Work done or left out moves the plan on; a false alarm leaves it and stays quiet until the next stage. */
    private Uni<Void> settlePlan(UnitOfWork unit, Machine machine, Alert alert, ResolveReason reason) {
        return alert.planId == null || reason == ResolveReason.FALSE_ALARM || machine.deletedAt != null
                ? Uni.createFrom().voidItem()
                : plans.settle(unit, machine, alert.planId, reason == ResolveReason.SKIPPED);
    }

    @FunctionalInterface
    private interface Work {
        Uni<Void> apply(Machine machine, Alert alert);
    }

    private Uni<Answer> act(UnitOfWork unit, String id, AlertAction action, Work work) {
        return repository
                .lockMachine(unit, id)
                .chain(machine -> locked(unit, machine, id).call(alert -> {
                    var next = alert.state
                            .after(action)
                            .orElseThrow(() -> Problem.of(ProblemType.INVALID_TRANSITION, Words.of(alert.state)));
                    return next == alert.state && action != AlertAction.SNOOZE
                            ? Uni.createFrom().voidItem()
                            : work.apply(machine, alert);
                }))
                .map(AlertView::of)
                .map(Answer::ok);
    }

    private Uni<Alert> locked(UnitOfWork unit, Machine machine, String id) {
        return repository.lock(id).chain(alert -> repository.derive(unit, machine, alert));
    }
}
