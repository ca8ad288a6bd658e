package org.quartermaster.procurement.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What the audit chains publish. */
@ApplicationScoped
class AuditEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("audit.anchored", "The head of an audit chain when a day was over", AnchorEvent.class));
    }
}
