package org.quartermaster.equipment.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What plans publish. */
@ApplicationScoped
class PlanEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("plan.created", "A plan was made", PlanView.class),
                EventType.of("plan.updated", "A plan changed, or its due point moved", PlanView.class),
                EventType.of("plan.completed", "A plan that does not recur was fulfilled", PlanView.class),
                EventType.of("plan.deleted", "A plan was deleted", PlanView.class));
    }
}
