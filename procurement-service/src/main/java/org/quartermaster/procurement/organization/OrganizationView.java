package org.quartermaster.procurement.organization;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/**
 * An organization as its members see it.
 *
 * @param roles those of the caller in it
 */
@Schema(name = "Organization")
public record OrganizationView(
        UUID orgId,
        String tenantId,
        String name,
        String orgType,
        String country,
        String defaultCurrency,
        boolean isOperator,
        String status,
        List<String> roles,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    static OrganizationView of(Organization organization, List<String> roles) {
        return new OrganizationView(
                organization.orgId,
                organization.tenantId,
                organization.name,
                organization.orgType,
                organization.country,
                organization.defaultCurrency,
                organization.operator,
                organization.status,
                roles,
                organization.createdAt,
                organization.updatedAt,
                organization.rv);
    }
}
