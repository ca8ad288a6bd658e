package org.quartermaster.equipment.offer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What offers publish. */
@ApplicationScoped
class OfferEvents implements PublishedEvents {
    /** What an answer to the offer replaced. */
    record PreviousOffer(OfferState state) {}

    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("offer.created", "A vehicle is offered as a machine", OfferView.class),
                EventType.of("offer.updated", "More is known of a vehicle on offer", OfferView.class),
                EventType.of("offer.accepted", "The vehicle is a machine now", OfferView.class)
                        .with("previous", PreviousOffer.class),
                EventType.of("offer.dismissed", "The vehicle will be no machine", OfferView.class)
                        .with("previous", PreviousOffer.class));
    }
}
