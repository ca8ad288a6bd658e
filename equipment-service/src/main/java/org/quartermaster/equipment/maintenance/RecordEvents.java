package org.quartermaster.equipment.maintenance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.equipment.plan.PlanClosing;
import org.quartermaster.platform.asyncapi.EventType;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What maintenance records publish. */
@ApplicationScoped
class RecordEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(EventType.of("maintenance.recorded", "A service was recorded", RecordView.class)
                .with("closed_alerts", String[].class)
                .with("rescheduled_plans", PlanClosing.Rescheduled[].class));
    }
}
