package org.quartermaster.equipment.rule;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What changes of rules publish. */
@ApplicationScoped
class RuleEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("alert_rule.created", "An alert rule was made", RuleView.class),
                EventType.of("alert_rule.updated", "An alert rule changed", RuleView.class),
                EventType.of("alert_rule.deleted", "An alert rule was deleted", RuleView.class));
    }
}
