package org.quartermaster.platform.replay;

import io.smallrye.mutiny.Uni;
import org.quartermaster.platform.change.UnitOfWork;

/**
 * Entities of which a consumer that joins later must know all that exist, such as machines, users or products. A
 * service declares one CDI bean for each kind; {@code deploy/replay <service> --current} publishes them.
 */
public interface ReferenceEntities {
    /** SQL that selects tenant and id of each of them, run as the role {@code <svc>_system}. */
    String keys();

    /**
     * Locks the entity and notes {@code Change.snapshot} for it; nothing when it is gone by now. The lock keeps the
     * order of the snapshot and of changes made at the same time.
     */
    Uni<Void> note(UnitOfWork unit, String id);

    /** Whether the entity belongs to several tenants, so that only the role {@code <svc>_system} sees all of it. */
    default boolean isOfSeveralTenants() {
        return false;
    }
}
