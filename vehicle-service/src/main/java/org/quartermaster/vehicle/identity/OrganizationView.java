package org.quartermaster.vehicle.identity;

import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An organization of the tenant.
 *
 * @param score how complete the data are, of 100
 */
@Schema(name = "Organization")
record OrganizationView(UUID id, String name, String orgType, String country, String status, BigDecimal score) {}
