package org.quartermaster.procurement.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;

/** Puts events in the queue of an endpoint by hand. */
@ApplicationScoped
class WebhookQueue {
    private static final ProblemType NO_ATTEMPT = new ProblemType(404, "attempt_not_found");
    private static final String TEST = "webhook.test";
    private static final String INSERT = """
            insert into procurement.webhook_deliveries (tenant_id, webhook_id, event_id, event_type, body, next_attempt_at)
            values ($1, $2, $3, $4, $5, $6)
            """;
    private static final String AGAIN = """
            update procurement.webhook_deliveries d set state = 'pending', next_attempt_at = $4
            from procurement.webhook_attempts a
            where a.tenant_id = $1 and a.webhook_id = $2 and a.attempt_id = $3
              and d.tenant_id = $1 and d.webhook_id = $2 and d.event_id = a.event_id
            returning d.event_id
            """;

    private final Webhooks webhooks;
    private final ObjectMapper json;

    @Inject
    WebhookQueue(Webhooks webhooks, ObjectMapper json) {
        this.webhooks = webhooks;
        this.json = json;
    }

    /** The event that is on its way; its id is the {@code webhook-id}. */
    @Schema(name = "WebhookQueued")
    record Queued(String eventId) {}

    Uni<Answer> test(UnitOfWork unit, String id) {
        var event = Ids.uuid().toString();
        return webhooks.lock(unit, id, null)
                .chain(view -> unit.run(
                        INSERT,
                        unit.caller().tenant(),
                        view.webhookId(),
                        event,
                        TEST,
                        body(unit, view.webhookId(), event),
                        Columns.time(unit.now())))
                .replaceWith(() -> accepted(event));
    }

    /** A CloudEvent like all others, but of no entity. */
    private String body(UnitOfWork unit, UUID webhookId, String event) {
        var body = json.createObjectNode()
                .put("specversion", "1.0")
                .put("id", event)
                .put("source", "urn:quartermaster:procurement")
                .put("type", "org.quartermaster.procurement." + TEST + ".v1")
                .put("subject", webhookId.toString())
                .put("time", unit.now().toString())
                .put("datacontenttype", "application/json")
                .put("tenantid", unit.caller().tenant());
        body.putObject("data").put("webhook_id", webhookId.toString());
        return body.toString();
    }

    Uni<Answer> retry(UnitOfWork unit, String id, String attempt) {
        var attemptId = Ids.parse(attempt).orElseThrow(() -> Problem.of(NO_ATTEMPT));
        return webhooks.lock(unit, id, null)
                .chain(view ->
                        unit.run(AGAIN, unit.caller().tenant(), view.webhookId(), attemptId, Columns.time(unit.now())))
                .map(NO_ATTEMPT::require)
                .map(row -> accepted(row.getString(0)));
    }

    private static Answer accepted(String event) {
        return new Answer(202, new Queued(event), null, null);
    }
}
