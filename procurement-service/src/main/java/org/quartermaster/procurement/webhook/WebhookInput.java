package org.quartermaster.procurement.webhook;

import java.util.List;
import java.util.Set;
import org.quartermaster.platform.rest.Fields;

/**
 * What a request says of an endpoint; null where it says nothing.
 *
 * @param active whether it gets events
 */
record WebhookInput(String url, List<String> eventTypes, Boolean active) {
    static final Set<String> TYPES = Set.of(
            "alert.matched",
            "notification.created",
            "tender.*",
            "tender.published",
            "tender.changed",
            "tender.awarded",
            "tender.cancelled",
            "subscription.*",
            "subscription.activated",
            "subscription.changed",
            "subscription.past_due",
            "subscription.cancelled",
            "subscription.trial_started",
            "subscription.trial_ending",
            "subscription.trial_ended");

    static WebhookInput read(Fields fields, boolean allowPrivate) {
        var url = fields.text("url", 1, WebhookUrl.MAX).value();
        if (url != null) {
            try {
                WebhookUrl.read(url, allowPrivate);
            } catch (WebhookUrl.Refused refused) {
                fields.error("url", refused.getMessage());
            }
        }
        return new WebhookInput(url, types(fields), fields.bool("is_active").value());
    }

    private static List<String> types(Fields fields) {
        if (!fields.has("event_types")) {
            return null;
        }
        var types = fields.texts("event_types").stream().distinct().toList();
        if (types.isEmpty() && fields.errors().isEmpty()) {
            fields.error("event_types", "missing");
        }
        for (var i = 0; i < types.size(); i++) {
            if (!TYPES.contains(types.get(i))) {
                fields.error(
                        "event_types[" + i + "]",
                        "enum",
                        String.join(", ", TYPES.stream().sorted().toList()));
            }
        }
        return types;
    }
}
