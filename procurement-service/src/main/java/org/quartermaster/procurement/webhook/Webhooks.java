package org.quartermaster.procurement.webhook;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.procurement.config.SystemConfig;
import org.quartermaster.procurement.quota.Capacities;
import org.quartermaster.procurement.quota.Capacity;

/** Changes of endpoints. */
@ApplicationScoped
class Webhooks {
    static final ProblemType NOT_FOUND = new ProblemType(404, "webhook_not_found");
    static final String ALLOW_PRIVATE = "webhooks.allow_private";

    private static final Duration BOTH_SIGN = Duration.ofHours(24);
    private static final String RETURNING = " returning " + WebhookView.COLUMNS;
    private static final String LOCK = "select " + WebhookView.COLUMNS
            + " from procurement.webhook_endpoints w where w.tenant_id = $1 and w.webhook_id = $2 for no key update";
    private static final String INSERT = """
            insert into procurement.webhook_endpoints as w (tenant_id, webhook_id, url, secret_enc, event_types, is_active)
            values ($1, $2, $3, $4, $5, $6)\
            """ + RETURNING;
    private static final String UPDATE = """
            update procurement.webhook_endpoints w set url = coalesce($3, url), event_types = coalesce($4, event_types),
              is_active = coalesce($5, is_active), disabled_reason = case when $5 then null else disabled_reason end,
              failing_since = case when $5 then null else failing_since end
            where w.tenant_id = $1 and w.webhook_id = $2\
            """ + RETURNING;
    /** NB: what a foreign key changes is changed by the owner of the tables, whom no policy lets note it. */
    private static final String RELEASE = """
            update procurement.alerts set webhook_id = null, channels = array_remove(channels, 'webhook')
            where tenant_id = $1 and webhook_id = $2
            """;

    private static final String ROTATE = """
            update procurement.webhook_endpoints w set previous_secret_enc = secret_enc, secret_enc = $3,
              previous_until = $4
            where w.tenant_id = $1 and w.webhook_id = $2\
            """ + RETURNING;

    private final Capacities capacities;
    private final WebhookSecrets secrets;
    private final SystemConfig config;

    @Inject
    Webhooks(Capacities capacities, WebhookSecrets secrets, SystemConfig config) {
        this.capacities = capacities;
        this.secrets = secrets;
        this.config = config;
    }

    static UUID id(String text) {
        return Ids.parse(text).orElseThrow(() -> Problem.of(NOT_FOUND));
    }

    WebhookInput input(Fields fields) {
        return WebhookInput.read(fields, config.flag(ALLOW_PRIVATE));
    }

    /** The view is without the secret, which the caller shows once. */
    Uni<Answer> create(UnitOfWork unit, WebhookInput input, WebhookSecret secret) {
        var id = Ids.uuid();
        return capacities
                .require(unit, Capacity.WEBHOOKS)
                .chain(() -> unit.run(
                        INSERT,
                        unit.caller().tenant(),
                        id,
                        input.url(),
                        Buffer.buffer(secrets.seal(id, secret)),
                        input.eventTypes().toArray(String[]::new),
                        !Boolean.FALSE.equals(input.active())))
                .map(Webhooks::first)
                .map(view -> Answer.created(view, "/api/v1/webhooks/" + id));
    }

    Uni<Answer> update(UnitOfWork unit, String id, String ifMatch, Fields fields) {
        return lock(unit, id, ifMatch).chain(view -> {
            fields.require("url", "event_types", "is_active");
            var input = input(fields);
            fields.checkStrictly();
            return unit.run(
                            UPDATE,
                            unit.caller().tenant(),
                            view.webhookId(),
                            input.url(),
                            input.eventTypes() == null
                                    ? null
                                    : input.eventTypes().toArray(String[]::new),
                            input.active())
                    .map(Webhooks::first)
                    .map(Answer::ok);
        });
    }

    Uni<Answer> rotate(UnitOfWork unit, String id, WebhookSecret secret) {
        return lock(unit, id, null)
                .chain(view -> unit.run(
                        ROTATE,
                        unit.caller().tenant(),
                        view.webhookId(),
                        Buffer.buffer(secrets.seal(view.webhookId(), secret)),
                        Columns.time(unit.now().plus(BOTH_SIGN))))
                .map(Webhooks::first)
                .map(Answer::ok);
    }

    Uni<Answer> delete(UnitOfWork unit, String id, String ifMatch) {
        return lock(unit, id, ifMatch)
                .call(view -> WaitingNotices.end(unit, view.webhookId(), "webhook_deleted"))
                .call(view -> unit.run(RELEASE, unit.caller().tenant(), view.webhookId()))
                .chain(view -> unit.run(
                        "delete from procurement.webhook_endpoints where tenant_id = $1 and webhook_id = $2",
                        unit.caller().tenant(),
                        view.webhookId()))
                .replaceWith(Answer.empty());
    }

    Uni<WebhookView> lock(UnitOfWork unit, String id, String ifMatch) {
        return unit.run(LOCK, unit.caller().tenant(), id(id))
                .map(Webhooks::first)
                .invoke(view -> ETags.requireMatch(ifMatch, view.version()));
    }

    private static WebhookView first(RowSet<Row> rows) {
        return WebhookView.of(NOT_FOUND.require(rows));
    }
}
