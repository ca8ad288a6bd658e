package org.quartermaster.vehicle.identity;

import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A person of the tenant, who may hold vehicles.
 *
 * @param score how complete the data are, of 100
 */
@Schema(name = "Person")
record PersonView(UUID id, String name, boolean isActive, BigDecimal score) {}
