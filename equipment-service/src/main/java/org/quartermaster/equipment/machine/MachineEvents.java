package org.quartermaster.equipment.machine;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.equipment.reference.MachineStatus;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What the register publishes. */
@ApplicationScoped
class MachineEvents implements PublishedEvents {
    /** What a change of status replaced. */
    record PreviousStatus(MachineStatus status) {}

    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("equipment.created", "A machine was registered", MachineView.class),
                EventType.of("equipment.updated", "Register data changed, other than the status", MachineView.class),
                EventType.of("equipment.status_changed", "The status changed, and maybe more", MachineView.class)
                        .with("previous", PreviousStatus.class)
                        .withOptional("reason", String.class),
                EventType.of("equipment.deleted", "A machine was taken out of the register", MachineView.class)
                        .with("reason", DeleteReason.class),
                EventType.of("equipment.restored", "A deleted machine came back", MachineView.class),
                EventType.of("equipment.snapshot", "The machine as it stands, on request", MachineView.class));
    }
}
