package org.quartermaster.catalog.warehouse;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What warehouses publish. */
@ApplicationScoped
class WarehouseEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("warehouse.created", "A warehouse was opened", WarehouseView.class),
                EventType.of("warehouse.updated", "A warehouse changed", WarehouseView.class),
                EventType.of("warehouse.deleted", "A warehouse was deleted", WarehouseView.class));
    }
}
