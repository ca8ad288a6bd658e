package org.quartermaster.equipment.alert;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.MachineFollower;
import org.quartermaster.platform.change.UnitOfWork;

/** Alerts carry the machine's name and end with the machine. */
@ApplicationScoped
class AlertsFollowMachine implements MachineFollower {
    private final Alerts alerts;

    @Inject
    AlertsFollowMachine(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public Uni<Void> renamed(UnitOfWork unit, Machine machine) {
        return alerts.renamed(unit, machine);
    }

    @Override
    public Uni<Void> deleted(UnitOfWork unit, Machine machine) {
        return alerts.resolveAll(unit, machine, Resolution.EQUIPMENT_DELETED).replaceWithVoid();
    }
}
