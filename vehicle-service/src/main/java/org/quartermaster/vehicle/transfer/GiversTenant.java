package org.quartermaster.vehicle.transfer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;

/**
 * The one class where a transaction of a taker works in the tenant of the giver; a rule of the architecture names it.
 * NB: only for a request that the taker was shown, or whose code he has.
 */
@ApplicationScoped
class GiversTenant {
    private final Writes writes;

    @Inject
    GiversTenant(Writes writes) {
        this.writes = writes;
    }

    /** Runs the work in the tenant, which may be the caller's own; its events are published there. */
    <T> Uni<T> run(UnitOfWork unit, String tenant, Function<UnitOfWork, Uni<T>> work) {
        return tenant.equals(unit.caller().tenant())
                ? work.apply(unit)
                : writes.within(unit, unit.caller().within(tenant), work);
    }
}
