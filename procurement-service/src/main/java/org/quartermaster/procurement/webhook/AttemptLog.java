package org.quartermaster.procurement.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.config.SystemConfig;
import org.quartermaster.procurement.notice.Deliveries;
import org.quartermaster.procurement.notice.Notice;
import org.quartermaster.procurement.notice.NoticeType;
import org.quartermaster.procurement.notice.Notices;
import org.quartermaster.procurement.usage.Resource;
import org.quartermaster.procurement.usage.UsageCounts;

/** Keeps what came of an attempt, and what follows: the next one, the end, or the end of the endpoint. */
@ApplicationScoped
class AttemptLog {
    /** Between an attempt and the next, by the number of failures. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20));

    private static final String ATTEMPT = """
            insert into procurement.webhook_attempts (tenant_id, webhook_id, event_id, event_type, attempt, status_code,
              error, response, duration_ms, at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """;
    private static final String SETTLE = """
            update procurement.webhook_deliveries set state = $3, attempts = $4, next_attempt_at = coalesce($5, next_attempt_at)
            where tenant_id = $1 and delivery_id = $2
            """;
    private static final String WELL = """
            update procurement.webhook_endpoints set failing_since = null
            where tenant_id = $1 and webhook_id = $2 and failing_since is not null
            """;
    private static final String FAILING = """
            update procurement.webhook_endpoints set failing_since = coalesce(failing_since, $3)
            where tenant_id = $1 and webhook_id = $2
            """;
    private static final String DISABLE = """
            update procurement.webhook_endpoints set is_active = false, disabled_reason = $3
            where tenant_id = $1 and webhook_id = $2 and is_active returning url
            """;

    private final Writes writes;
    private final Notices notices;
    private final UsageCounts usage;
    private final SystemConfig config;

    @Inject
    AttemptLog(Writes writes, Notices notices, UsageCounts usage, SystemConfig config) {
        this.writes = writes;
        this.notices = notices;
        this.usage = usage;
        this.config = config;
    }

    /** @param at when the attempt ended; blocking */
    void keep(Outgoing out, Reply reply, Instant at) {
        Awaiting.result(() -> writes.write(Caller.system(out.tenant()), unit -> keep(unit, out, reply, at)));
    }

    private Uni<Void> keep(UnitOfWork unit, Outgoing out, Reply reply, Instant at) {
        return unit.run(
                        ATTEMPT,
                        out.tenant(),
                        out.webhookId(),
                        out.eventId(),
                        out.eventType(),
                        out.attempts() + 1,
                        reply.status(),
                        reply.error(),
                        reply.body(),
                        reply.millis(),
                        Columns.time(at))
                .chain(() -> reply.isSuccess() ? succeed(unit, out) : fail(unit, out, reply, at));
    }

    private static Uni<Void> settle(UnitOfWork unit, Outgoing out, String state, Instant next) {
        return unit.run(SETTLE, out.tenant(), out.deliveryId(), state, out.attempts() + 1, Columns.time(next))
                .replaceWithVoid();
    }

    private Uni<Void> succeed(UnitOfWork unit, Outgoing out) {
        usage.add(unit, Resource.WEBHOOK_DELIVERY);
        return settle(unit, out, "sent", null)
                .chain(() -> unit.run(WELL, out.tenant(), out.webhookId()))
                .chain(() -> out.notificationId() == null
                        ? Uni.createFrom().voidItem()
                        : Deliveries.sent(unit, List.of(out.notificationId()), Deliveries.WEBHOOK));
    }

    private Uni<Void> fail(UnitOfWork unit, Outgoing out, Reply reply, Instant at) {
        var isLast = reply.isGone() || out.attempts() >= PAUSES.size();
        var next = isLast ? null : at.plus(PAUSES.get(out.attempts()));
        return settle(unit, out, isLast ? "dead" : "pending", next)
                .chain(() -> isLast && out.notificationId() != null
                        ? Deliveries.dead(unit, List.of(out.notificationId()), Deliveries.WEBHOOK, reply.reason())
                        : Uni.createFrom().voidItem())
                .chain(() -> unit.run(FAILING, out.tenant(), out.webhookId(), Columns.time(at)))
                .chain(() -> reply.isGone()
                        ? disable(unit, out, "gone")
                        : isGivenUp(out, at)
                                ? disable(unit, out, "failing")
                                : Uni.createFrom().voidItem());
    }

    private boolean isGivenUp(Outgoing out, Instant at) {
        var longest = Duration.ofDays(config.integer("webhooks.max_age_days"));
        return out.failingSince() != null && out.failingSince().plus(longest).isBefore(at);
    }

    private Uni<Void> disable(UnitOfWork unit, Outgoing out, String reason) {
        return unit.run(DISABLE, out.tenant(), out.webhookId(), reason)
                .chain(disabled -> disabled.size() == 0
                        ? Uni.createFrom().voidItem()
                        : WaitingNotices.end(unit, out.webhookId(), "webhook_disabled")
                                .chain(() -> tell(unit, out, reason)));
    }

    private Uni<Void> tell(UnitOfWork unit, Outgoing out, String reason) {
        return notices.tellMembers(
                unit,
                List.of(Roles.ADMIN),
                Notice.of(
                        null,
                        NoticeType.SYSTEM,
                        "Webhook disabled",
                        out.url() + ": " + reply(reason),
                        "webhook:" + out.webhookId() + ":" + unit.now()));
    }

    private static String reply(String reason) {
        return reason.equals("gone") ? "the receiver is gone (410)" : "it has failed for too long";
    }
}
