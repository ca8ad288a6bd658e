package org.quartermaster.equipment.maintenance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.equipment.plan.PlanClosing;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What maintenance records publish. */
@ApplicationScoped
class RecordEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(
                recorded("maintenance.recorded", "A service was recorded"),
                recorded("maintenance.corrected", "A record was put in the place of another, or voids it"));
    }

    private static EventType recorded(String name, String summary) {
        return EventType.of(name, summary, RecordView.class)
                .with("closed_alerts", String[].class)
                .with("rescheduled_plans", PlanClosing.Rescheduled[].class);
    }
}
