package org.quartermaster.catalog.customer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What customers publish. */
@ApplicationScoped
class CustomerEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("customer.created", "A customer was entered", ToldCustomer.class)
                        .withOptional("import_id", String.class),
                EventType.of("customer.updated", "A customer changed", ToldCustomer.class)
                        .withOptional("import_id", String.class),
                EventType.of("customer.deleted", "A customer was deleted", ToldCustomer.class),
                EventType.of("customer.restored", "A deleted customer came back", ToldCustomer.class));
    }
}
