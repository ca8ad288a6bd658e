package org.quartermaster.equipment.machine;

import io.smallrye.mutiny.Uni;
import org.quartermaster.platform.change.UnitOfWork;

/** What hangs on a machine and follows its changes, in their transaction and under the machine's lock. */
public interface MachineFollower {
    Uni<Void> renamed(UnitOfWork unit, Machine machine);

    Uni<Void> deleted(UnitOfWork unit, Machine machine);

    Uni<Void> restored(UnitOfWork unit, Machine machine);

    /** Somebody set or cleared when the machine's next maintenance is due. */
    Uni<Void> scheduled(UnitOfWork unit, Machine machine, NextMaintenance asked);
}
