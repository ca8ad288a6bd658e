package org.quartermaster.equipment.alert;

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
import org.quartermaster.platform.change.UnitOfWork;

/** Alerts carry the machine's name and end with the machine; its plans rest while it is deleted. */
@ApplicationScoped
class AlertsFollowMachine implements MachineFollower {
    private final Alerts alerts;
    private final PlanEvaluation plans;
    private final PrimaryPlan primary;
    private final LowFuel lowFuel;

    @Inject
    AlertsFollowMachine(Alerts alerts, PlanEvaluation plans, PrimaryPlan primary, LowFuel lowFuel) {
        this.alerts = alerts;
        this.plans = plans;
        this.primary = primary;
        this.lowFuel = lowFuel;
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
        return plans.restart(unit, machine)
                .chain(() -> machine.currentFuelPercent == null
                        ? Uni.createFrom().voidItem()
                        : lowFuel.follow(unit, List.of(Moved.present(machine))));
    }

    @Override
    public Uni<Void> scheduled(UnitOfWork unit, Machine machine, NextMaintenance asked) {
        return primary.schedule(unit, machine, asked);
    }
}
