package org.quartermaster.catalog.price;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What prices publish. */
@ApplicationScoped
class PriceEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(EventType.of(
                        "price.changed",
                        "Prices of a product were written or taken away, or its base price is another one by the time",
                        PriceChange.class)
                .withOptional("import_id", String.class));
    }
}
