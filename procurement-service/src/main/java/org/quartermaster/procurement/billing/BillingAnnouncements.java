package org.quartermaster.procurement.billing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What subscriptions publish. */
@ApplicationScoped
class BillingAnnouncements implements PublishedEvents {
    /** What was before. */
    record Previous(String plan, String status) {}

    @Override
    public List<EventType> events() {
        return List.of(
                changed("activated", "A plan was bought"),
                changed("changed", "A subscription changed: plan, interval, period or end"),
                changed("past_due", "A payment failed, and the plan stays for the time being"),
                changed("cancelled", "What was bought has ended, and the plan is free"),
                changed("trial_started", "A trial began"),
                EventType.of("subscription.trial_ending", "A trial will end soon", SubscriptionView.class),
                changed("trial_ended", "A trial has ended, and the plan is free"));
    }

    private static EventType changed(String verb, String summary) {
        return EventType.of("subscription." + verb, summary, SubscriptionView.class)
                .with("previous", Previous.class);
    }
}
