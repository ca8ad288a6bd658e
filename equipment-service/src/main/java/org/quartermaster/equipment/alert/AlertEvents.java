package org.quartermaster.equipment.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import org.quartermaster.equipment.reference.DueStage;
import org.quartermaster.equipment.reference.Priority;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What alerts publish. */
@ApplicationScoped
class AlertEvents implements PublishedEvents {
    /** Where the alert stood before. */
    record PreviousAlert(AlertState state, DueStage stage, Priority priority) {}

    /** A part that the alert's plan asks for. */
    record RequiredPart(String sku, String name, BigDecimal quantity, String unit) {}

    @Override
    public List<EventType> events() {
        return List.of(
                type("raised", "An alert was raised"),
                moved("updated", "Stage or priority changed, or a snooze ended"),
                moved("acknowledged", "Somebody has taken note"),
                moved("snoozed", "It rests until a given time"),
                moved("resolved", "It is over"));
    }

    private static EventType type(String verb, String summary) {
        return EventType.of("alert." + verb, summary, AlertView.class).with("required_parts", RequiredPart[].class);
    }

    private static EventType moved(String verb, String summary) {
        return type(verb, summary).with("previous", PreviousAlert.class);
    }
}
