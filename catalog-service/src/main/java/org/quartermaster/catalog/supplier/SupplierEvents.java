package org.quartermaster.catalog.supplier;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What suppliers publish. */
@ApplicationScoped
class SupplierEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("supplier.created", "A supplier was added", SupplierView.class),
                EventType.of("supplier.updated", "A supplier changed", SupplierView.class),
                EventType.of("supplier.deleted", "A supplier was deleted", SupplierView.class));
    }
}
