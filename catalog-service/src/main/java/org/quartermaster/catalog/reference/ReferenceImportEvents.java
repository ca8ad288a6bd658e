package org.quartermaster.catalog.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What imports of reference lists publish. */
@ApplicationScoped
class ReferenceImportEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(EventType.of("import.completed", "A file was imported", ImportCompleted.class));
    }
}
