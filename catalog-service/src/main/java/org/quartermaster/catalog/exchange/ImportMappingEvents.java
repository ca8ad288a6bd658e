package org.quartermaster.catalog.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What mappings of imports publish. */
@ApplicationScoped
class ImportMappingEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("importmapping.created", "A mapping of imports was made", ImportMappingView.class),
                EventType.of("importmapping.updated", "A mapping of imports changed", ImportMappingView.class),
                EventType.of("importmapping.deleted", "A mapping of imports was deleted", ImportMappingView.class));
    }
}
