package org.quartermaster.catalog.kit;

import java.time.Instant;
import java.util.List;
import org.quartermaster.platform.rest.Versioned;

/**
 * What a kind of maintenance needs.
 *
 * @param shared whether it is for all tenants
 */
public record KitView(
        long id,
        boolean shared,
        String maintenanceType,
        String equipmentType,
        String brand,
        String model,
        String name,
        List<KitItem> items,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {}
