package org.quartermaster.procurement.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.quartermaster.procurement.config.SystemConfig;

/** Makes one attempt: looks at the address, signs, posts. */
@ApplicationScoped
class Attempt {
    private final WebhookClient client;
    private final WebhookSecrets secrets;
    private final SystemConfig config;

    @Inject
    Attempt(WebhookClient client, WebhookSecrets secrets, SystemConfig config) {
        this.client = client;
        this.secrets = secrets;
        this.config = config;
    }

    /** @param now which the signature is of; blocking */
    Reply make(Outgoing out, Instant now) {
        var allowPrivate = config.flag(Webhooks.ALLOW_PRIVATE);
        try {
            var url = WebhookUrl.read(out.url(), allowPrivate);
            return client.post(url, url.address(allowPrivate), headers(out, now), out.body());
        } catch (WebhookUrl.Refused refused) {
            return Reply.failed(refused.getMessage(), 0);
        }
    }

    private Map<String, String> headers(Outgoing out, Instant now) {
        var time = now.getEpochSecond();
        var signature = secrets.open(out.webhookId(), out.secret()).sign(out.eventId(), time, out.body());
        if (out.previous() != null) {
            var before = secrets.open(out.webhookId(), out.previous());
            signature += " " + before.sign(out.eventId(), time, out.body());
        }
        return Map.of(
                "content-type",
                "application/cloudevents+json",
                "webhook-id",
                out.eventId(),
                "webhook-timestamp",
                Long.toString(time),
                "webhook-signature",
                signature);
    }
}
