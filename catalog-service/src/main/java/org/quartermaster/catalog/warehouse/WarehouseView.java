package org.quartermaster.catalog.warehouse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/** A warehouse as clients see it. */
@Schema(name = "Warehouse")
public record WarehouseView(
        long id,
        String code,
        String name,
        String address,
        int priority,
        @JsonProperty("is_active") boolean active,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    static WarehouseView of(Warehouse warehouse) {
        return new WarehouseView(
                warehouse.id,
                warehouse.code,
                warehouse.name,
                warehouse.address,
                warehouse.priority,
                warehouse.active,
                warehouse.createdAt,
                warehouse.updatedAt,
                warehouse.version);
    }
}
