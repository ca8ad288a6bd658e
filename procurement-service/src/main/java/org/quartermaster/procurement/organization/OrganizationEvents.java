package org.quartermaster.procurement.organization;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What is published about organizations. */
@ApplicationScoped
class OrganizationEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(
                told("created", "An organization was made, with its first admin"),
                told("updated", "An organization changed"),
                told("closed", "An organization was closed: nobody acts in it any longer"),
                told("snapshot", "An organization as it stands, for consumers that join later"),
                member("member_added", "Somebody joined an organization"),
                member("member_changed", "A member has other roles"),
                member("member_removed", "A member left, and has no roles any longer"));
    }

    private static EventType told(String verb, String summary) {
        return EventType.of("organization." + verb, summary, OrganizationEvent.class);
    }

    private static EventType member(String verb, String summary) {
        return told(verb, summary).with("user_id", UUID.class).with("roles", String[].class);
    }
}
