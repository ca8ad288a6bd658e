package org.quartermaster.vehicle.sale;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;
import org.quartermaster.vehicle.market.SaleEventView;

/** What recorded sales publish; never the buyer. */
@ApplicationScoped
class SaleEvents implements PublishedEvents {
    /** What a correction replaced. */
    record PreviousSale(String status) {}

    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("sale.recorded", "A sale of a lot was recorded", SaleEventView.class),
                EventType.of("sale.corrected", "What was recorded of a sale was corrected", SaleEventView.class)
                        .withOptional("previous", PreviousSale.class));
    }
}
