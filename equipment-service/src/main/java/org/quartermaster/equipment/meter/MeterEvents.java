package org.quartermaster.equipment.meter;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What meters publish. */
@ApplicationScoped
class MeterEvents implements PublishedEvents {
    /** The meter before. */
    record PreviousMeter(String meterId) {}

    @Override
    public List<EventType> events() {
        return List.of(
                changed("meter.replaced", "A meter was replaced; the total goes on without a step"),
                changed("meter.corrected", "What a meter shows was put right; the total may have fallen"));
    }

    private static EventType changed(String name, String summary) {
        return EventType.of(name, summary, MeterView.class)
                .with("previous", PreviousMeter.class)
                .with("total_before", BigDecimal.class)
                .with("total_after", BigDecimal.class);
    }
}
