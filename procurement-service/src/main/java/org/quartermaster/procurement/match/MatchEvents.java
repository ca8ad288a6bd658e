package org.quartermaster.procurement.match;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What matches publish. */
@ApplicationScoped
class MatchEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(EventType.of("alert.matched", "A change of a tender met an alert", AlertMatched.class));
    }
}
