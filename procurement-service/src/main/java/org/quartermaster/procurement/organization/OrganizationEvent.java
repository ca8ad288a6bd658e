package org.quartermaster.procurement.organization;

import java.util.List;
import java.util.UUID;

/** What events tell of an organization: itself, and who belongs to it by their ids. */
public record OrganizationEvent(
        UUID orgId,
        String tenantId,
        String name,
        String orgType,
        String country,
        String defaultCurrency,
        String status,
        List<UUID> memberIds) {

    static OrganizationEvent of(Organization organization, List<UUID> members) {
        return new OrganizationEvent(
                organization.orgId,
                organization.tenantId,
                organization.name,
                organization.orgType,
                organization.country,
                organization.defaultCurrency,
                organization.status,
                members);
    }
}
