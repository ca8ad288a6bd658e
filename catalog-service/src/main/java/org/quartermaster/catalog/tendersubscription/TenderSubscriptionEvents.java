package org.quartermaster.catalog.tendersubscription;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What subscriptions publish. */
@ApplicationScoped
class TenderSubscriptionEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("tendersubscription.created", "A subscription was made", TenderSubscriptionView.class),
                EventType.of("tendersubscription.updated", "A subscription changed", TenderSubscriptionView.class),
                EventType.of("tendersubscription.deleted", "A subscription ended", TenderSubscriptionView.class));
    }
}
