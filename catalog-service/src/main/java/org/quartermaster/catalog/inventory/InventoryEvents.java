package org.quartermaster.catalog.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What stock publishes. */
@ApplicationScoped
class InventoryEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("inventory.changed", "Stock of a product in a warehouse changed", InventoryView.class),
                EventType.of(
                        "inventory.low",
                        "A product fell to its reorder level in a warehouse; told once until it rose above it",
                        LowStockView.class));
    }
}
