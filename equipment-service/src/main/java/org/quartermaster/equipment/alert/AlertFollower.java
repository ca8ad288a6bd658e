package org.quartermaster.equipment.alert;

import io.smallrye.mutiny.Uni;
import org.quartermaster.platform.change.UnitOfWork;

/** What hangs on the alert of a fault and ends with it, in its transaction and under the machine's lock. */
public interface AlertFollower {
    Uni<Void> resolved(UnitOfWork unit, String faultId);
}
