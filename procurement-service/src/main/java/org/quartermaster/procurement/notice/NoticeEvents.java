package org.quartermaster.procurement.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What notifications publish. */
@ApplicationScoped
class NoticeEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(EventType.of("notification.created", "A user was told something", NoticeEvent.class));
    }
}
