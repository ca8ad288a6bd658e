package org.quartermaster.equipment.fault;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What faults publish. */
@ApplicationScoped
class FaultEvents implements PublishedEvents {
    /** What a change replaced. */
    record PreviousFault(FaultStatus status) {}

    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("fault.reported", "Somebody reported a fault", FaultView.class),
                EventType.of("fault.updated", "Its status or note changed", FaultView.class)
                        .with("previous", PreviousFault.class));
    }
}
