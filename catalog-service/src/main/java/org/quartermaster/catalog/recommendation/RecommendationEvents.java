package org.quartermaster.catalog.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What recommendations publish. */
@ApplicationScoped
class RecommendationEvents implements PublishedEvents {
    /** What a step replaced. */
    record PreviousWork(WorkStatus status) {}

    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("recommendation.created", "Work is recommended", RecommendationView.class),
                step("recommendation.updated", "A recommendation changed, or the work was begun"),
                step("recommendation.completed", "The work was done"),
                step("recommendation.cancelled", "The work is not to be done"));
    }

    private static EventType step(String name, String summary) {
        return EventType.of(name, summary, RecommendationView.class).withOptional("previous", PreviousWork.class);
    }
}
