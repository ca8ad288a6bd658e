package org.quartermaster.procurement.user;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.replay.ReferenceEntities;
import org.quartermaster.procurement.audit.AuditLog;

/** The users, for consumers that join later. */
@ApplicationScoped
class UserSnapshots implements ReferenceEntities {
    private final UserChanges changes;

    @Inject
    UserSnapshots(UserChanges changes) {
        this.changes = changes;
    }

    @Override
    public String keys() {
        return "select '%s', user_id from procurement.users order by user_id".formatted(AuditLog.PLATFORM);
    }

    @Override
    public Uni<Void> note(UnitOfWork unit, String id) {
        return changes.tell(unit, UUID.fromString(id), "snapshot");
    }

    @Override
    public boolean isOfSeveralTenants() {
        return true;
    }
}
