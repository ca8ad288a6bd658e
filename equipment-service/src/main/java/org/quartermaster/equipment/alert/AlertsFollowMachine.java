package org.quartermaster.equipment.alert;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.MachineFollower;
import org.quartermaster.equipment.machine.NextMaintenance;
import org.quartermaster.equipment.plan.PlanEvaluation;
import org.quartermaster.equipment.plan.PrimaryPlan;
import org.quartermaster.equipment.telemetry.Moved;
import org.quartermaster.equipment.telemetry.SampleFollower;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;

/** Alerts carry the machine's name and end with the machine; its plans rest while it is deleted. */
@ApplicationScoped
class AlertsFollowMachine implements MachineFollower {
    private final Alerts alerts;
    private final PlanEvaluation plans;
    private final PrimaryPlan primary;
    private final List<SampleFollower> rules;

    @Inject
    AlertsFollowMachine(Alerts alerts, PlanEvaluation plans, PrimaryPlan primary, @All List<SampleFollower> rules) {
        this.alerts = alerts;
        this.plans = plans;
        this.primary = primary;
        this.rules = rules;
    }

    @Override
    public Uni<Void> renamed(UnitOfWork unit, Machine machine) {
        return alerts.renamed(unit, machine);
    }

    @Override
    public Uni<Void> deleted(UnitOfWork unit, Machine machine) {
        return alerts.resolveAll(unit, machine, Resolution.EQUIPMENT_DELETED).chain(() -> plans.rest(machine));
    }

    @Override
    public Uni<Void> restored(UnitOfWork unit, Machine machine) {
        var present = Moved.present(machine);
        var restarted = plans.restart(unit, machine);
        return present.samples().isEmpty()
                ? restarted
                : restarted.chain(() -> InTurn.each(rules, rule -> rule.follow(unit, List.of(present))));
    }

    @Override
    public Uni<Void> scheduled(UnitOfWork unit, Machine machine, NextMaintenance asked) {
        return primary.schedule(unit, machine, asked);
    }
}
