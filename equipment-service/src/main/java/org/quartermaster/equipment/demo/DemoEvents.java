package org.quartermaster.equipment.demo;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.equipment.geofence.Geofence;
import org.quartermaster.equipment.geofence.GeofenceView;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.equipment.machine.MachineView;
import org.quartermaster.equipment.plan.Plan;
import org.quartermaster.equipment.plan.PlanView;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;

/** The events of the demo machines, plans and zones; records and alerts note their own. */
@ApplicationScoped
class DemoEvents {
    private final MachineRepository machines;

    @Inject
    DemoEvents(MachineRepository machines) {
        this.machines = machines;
    }

    Uni<Void> note(UnitOfWork unit) {
        return machines.list("order by equipmentId").chain(found -> noteEach(unit, found));
    }

    Uni<Void> notePlans(UnitOfWork unit) {
        return unit.session()
                .createQuery("from Plan order by planId", Plan.class)
                .getResultList()
                .invoke(plans ->
                        plans.forEach(plan -> unit.changed(Change.created("plan", plan.planId, PlanView.of(plan)))))
                .replaceWithVoid();
    }

    Uni<Void> noteZones(UnitOfWork unit) {
        return unit.session()
                .createQuery("from Geofence order by zoneId", Geofence.class)
                .getResultList()
                .invoke(zones -> zones.forEach(
                        zone -> unit.changed(Change.created("geofence", zone.zoneId, GeofenceView.of(zone)))))
                .replaceWithVoid();
    }

    private Uni<Void> noteEach(UnitOfWork unit, List<Machine> found) {
        return InTurn.each(found, machine -> machines.derive(unit, machine)
                .invoke(() -> unit.changed(Change.created("equipment", machine.equipmentId, MachineView.of(machine)))));
    }
}
