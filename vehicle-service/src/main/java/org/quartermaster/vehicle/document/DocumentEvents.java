package org.quartermaster.vehicle.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What documents publish. */
@ApplicationScoped
class DocumentEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("document.created", "A document was stored", DocumentView.class),
                EventType.of("document.deleted", "A document was deleted with its content", DocumentView.class));
    }
}
