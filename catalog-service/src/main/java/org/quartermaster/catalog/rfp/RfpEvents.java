package org.quartermaster.catalog.rfp;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What requests publish. */
@ApplicationScoped
class RfpEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("rfp.received", "A request came in", RfpView.class),
                EventType.of("rfp.analyzed", "A request was read and its lines were matched", RfpView.class),
                EventType.of("rfp.failed", "A request could not be read", RfpView.class),
                EventType.of("rfp.quoted", "A quotation was made of a request", RfpView.class)
                        .with("quotation_id", Long.class),
                EventType.of("rfp.closed", "A request is done with", RfpView.class),
                EventType.of("rfp.deleted", "A request was deleted with its lines", RfpView.class));
    }
}
