package org.quartermaster.vehicle.removal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What removals publish. */
@ApplicationScoped
class RemovalEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("vehicle.removed", "A vehicle was removed, with its lots", RemovedVehicle.class),
                EventType.of("vehicle.restored", "A removed vehicle is back, with its lots", RemovedVehicle.class));
    }
}
