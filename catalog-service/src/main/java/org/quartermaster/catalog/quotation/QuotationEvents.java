package org.quartermaster.catalog.quotation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What quotations publish. */
@ApplicationScoped
class QuotationEvents implements PublishedEvents {
    /** The state that a quotation left. */
    record PreviousQuotation(QuotationStatus status) {}

    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("quotation.created", "A quotation or a revision was made", QuotationNews.class),
                EventType.of("quotation.drafted", "A quotation was made from a request", QuotationNews.class)
                        .with("source", String.class)
                        .with("items_count", Integer.class)
                        .with("lines_total", Integer.class)
                        .with("lines_matched", Integer.class)
                        .withOptional("tender_id", String.class),
                EventType.of("quotation.updated", "A draft was changed", QuotationNews.class),
                left("quotation.sent", "A quotation was sent to its client"),
                left("quotation.accepted", "The client accepted a quotation"),
                left("quotation.rejected", "The client rejected a quotation"),
                left("quotation.expired", "A quotation was not answered in time"),
                left("quotation.superseded", "A newer revision of a quotation was sent"),
                left("quotation.cancelled", "A quotation was called off"));
    }

    private static EventType left(String name, String summary) {
        return EventType.of(name, summary, QuotationNews.class).with("previous", PreviousQuotation.class);
    }
}
