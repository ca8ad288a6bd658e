package org.quartermaster.procurement.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What sessions publish. */
@ApplicationScoped
class SessionEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(EventType.of(
                "session.revoked", "A session was ended; its tokens are to be refused", SessionEvent.class));
    }
}
