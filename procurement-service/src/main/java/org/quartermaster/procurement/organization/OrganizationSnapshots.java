package org.quartermaster.procurement.organization;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.replay.ReferenceEntities;

/** The organizations, for consumers that join later. */
@ApplicationScoped
class OrganizationSnapshots implements ReferenceEntities {
    private final OrganizationChanges changes;

    @Inject
    OrganizationSnapshots(OrganizationChanges changes) {
        this.changes = changes;
    }

    @Override
    public String keys() {
        return "select tenant_id, org_id from procurement.organizations order by tenant_id";
    }

    /** NB: a tenant has one organization. */
    @Override
    public Uni<Void> note(UnitOfWork unit, String id) {
        return changes.tell(unit, "snapshot");
    }
}
