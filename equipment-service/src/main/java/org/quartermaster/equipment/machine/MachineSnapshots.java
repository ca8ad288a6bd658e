package org.quartermaster.equipment.machine;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.replay.ReferenceEntities;

/** The machines of the register, for consumers that join later. */
@ApplicationScoped
class MachineSnapshots implements ReferenceEntities {
    private final MachineRepository machines;

    @Inject
    MachineSnapshots(MachineRepository machines) {
        this.machines = machines;
    }

    @Override
    public String keys() {
        return "select tenant_id, equipment_id from equipment where deleted_at is null order by tenant_id, equipment_id";
    }

    @Override
    public Uni<Void> note(UnitOfWork unit, String id) {
        return machines.lock(id)
                .chain(machine -> machines.derive(unit, machine))
                .invoke(machine -> unit.changed(Change.snapshot(MachineService.ENTITY, id, MachineView.of(machine))))
                .replaceWithVoid()
                .onFailure(Problem.class)
                .recoverWithItem(() -> null);
    }
}
