package org.quartermaster.equipment.fault;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.equipment.alert.AlertFollower;
import org.quartermaster.platform.change.UnitOfWork;

/** A fault whose alert is resolved is resolved too: by a person, or with its machine. */
@ApplicationScoped
class FaultsFollowAlerts implements AlertFollower {
    private final FaultRepository faults;

    @Inject
    FaultsFollowAlerts(FaultRepository faults) {
        this.faults = faults;
    }

    @Override
    public Uni<Void> resolved(UnitOfWork unit, String faultId) {
        return faults.findById(faultId)
                .invoke(fault -> {
                    if (!fault.status.isSettled()) {
                        var before = FaultView.of(fault);
                        FaultService.settle(unit, fault, FaultStatus.RESOLVED);
                        FaultService.note(unit, fault, before);
                    }
                })
                .replaceWithVoid();
    }
}
