package org.quartermaster.catalog.category;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What categories publish. */
@ApplicationScoped
class CategoryEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("category.created", "A category was added", CategoryView.class),
                EventType.of("category.updated", "A category changed", CategoryView.class),
                EventType.of("category.deleted", "A category was deleted", CategoryView.class));
    }
}
