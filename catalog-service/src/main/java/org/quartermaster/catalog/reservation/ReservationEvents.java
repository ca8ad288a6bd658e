package org.quartermaster.catalog.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What reservations publish. */
@ApplicationScoped
class ReservationEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("reservation.held", "Stock is held, or held until another time", ReservationView.class),
                EventType.of("reservation.committed", "What was held was taken", ReservationView.class),
                EventType.of("reservation.released", "What was held was given back", ReservationView.class),
                EventType.of("reservation.expired", "What was held is free again by time", ReservationView.class));
    }
}
