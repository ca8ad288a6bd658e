package org.quartermaster.vehicle.completeness;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What weights publish. */
@ApplicationScoped
class WeightEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("weights.changed", "There is a new version of an entity's weights", WeightSet.class));
    }
}
