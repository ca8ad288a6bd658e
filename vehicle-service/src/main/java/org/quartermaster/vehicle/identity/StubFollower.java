package org.quartermaster.vehicle.identity;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;

/** Who keeps the organizations of a tenant, and has to let go of stubs when the identity service tells of one. */
public interface StubFollower {
    /** Puts the organization in the place of the stubs of the unit's tenant. */
    Uni<Void> follow(UnitOfWork unit, Set<UUID> stubs, UUID organization);
}
