package org.quartermaster.catalog.safetyreference;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What the lists of safety publish. */
@ApplicationScoped
class SafetyEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return Stream.of(
                        of(TaskInput.LIST, "A task"),
                        of(ToolInput.LIST, "A tool"),
                        of(OshaInput.LIST, "A section of 29 CFR"),
                        of(AnsiInput.LIST, "An edition of a consensus standard"),
                        of(EquipmentSpecificationInput.LIST, "What equipment has to bear"),
                        of(HazardInput.LIST, "A hazard"),
                        of(PpeTypeInput.LIST, "A kind of protective equipment"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<EventType> of(SafetyList<?, ?> list, String what) {
        return List.of(
                EventType.of(list.entity() + ".created", what + " was added", list.view()),
                EventType.of(list.entity() + ".updated", what + " changed", list.view()),
                EventType.of(list.entity() + ".deleted", what + " was deleted", list.view()));
    }
}
