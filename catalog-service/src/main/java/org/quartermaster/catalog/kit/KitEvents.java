package org.quartermaster.catalog.kit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What kits publish. */
@ApplicationScoped
class KitEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("maintenance_kit.created", "A kit was added", KitView.class),
                EventType.of("maintenance_kit.updated", "A kit changed", KitView.class),
                EventType.of("maintenance_kit.deleted", "A kit was deleted", KitView.class));
    }
}
