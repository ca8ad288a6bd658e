package org.quartermaster.procurement.tender;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What tenders publish. */
@ApplicationScoped
class TenderEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(
                tender("tender.published", "A tender is new"),
                tender("tender.changed", "A tender is not what it was"),
                tender("tender.awarded", "A supplier was chosen"),
                tender("tender.cancelled", "A tender was called off"));
    }

    private static EventType tender(String name, String summary) {
        return EventType.of(name, summary, TenderDetail.class)
                .with("classes", String[].class)
                .withOptional("previous", PreviousTender.class)
                .withOptional("import_id", String.class);
    }
}
