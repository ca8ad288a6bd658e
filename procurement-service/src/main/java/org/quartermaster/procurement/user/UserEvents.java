package org.quartermaster.procurement.user;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What is published about users. */
@ApplicationScoped
class UserEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("user.registered", "Somebody made an account, which is not verified yet", UserEvent.class),
                EventType.of("user.verified", "A user proved that the address is his", UserEvent.class),
                EventType.of("user.password_changed", "A user has another password", UserEvent.class),
                EventType.of("user.updated", "A user has another name", UserEvent.class),
                EventType.of("user.disabled", "A user was suspended: his tokens are refused", UserEvent.class),
                EventType.of("user.enabled", "A suspended user may sign in again", UserEvent.class),
                EventType.of("user.deleted", "A user left: nobody is known by him any longer", UserEvent.class),
                EventType.of("user.snapshot", "A user as he stands, for consumers that join later", UserEvent.class));
    }
}
