package org.quartermaster.procurement.notice;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.security.Caller;

/** How notices leave by mail and webhook. */
public final class Deliveries {
    public static final String EMAIL = "email";
    public static final String WEBHOOK = "webhook";

    private static final String INSERT = """
            insert into procurement.notification_deliveries
              (tenant_id, notification_id, channel, state, frequency, next_attempt_at)
            select $1, u.*, $6 from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) u
            on conflict do nothing
            """;

    private static final String END = """
            update procurement.notification_deliveries set state = $4, attempts = attempts + 1, last_error = $5
            where tenant_id = $1 and notification_id = any ($2) and channel = $3 and state not in ('sent', $4)
            returning notification_id
            """;

    private static final String HAND_OVER = """
            update procurement.notification_deliveries set mail_id = $3
            where tenant_id = $1 and notification_id = any ($2) and channel = 'email'
            """;

    private Deliveries() {}

    private record Due(UUID id, String channel, String state, String frequency) {}

    static Uni<Void> queue(UnitOfWork unit, Map<UUID, Notice> created, Map<Notice, Way> told) {
        var due = new ArrayList<Due>();
        created.forEach((id, notice) -> {
            var way = told.get(notice);
            if (way.mail() != null) {
                due.add(new Due(id, EMAIL, way.isInDigest() ? "in_digest" : "pending", way.mail()));
            }
            if (way.webhook()) {
                due.add(new Due(id, WEBHOOK, "pending", null));
            }
        });
        if (due.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var columns = new Columns<>(due);
        return unit.run(
                        INSERT,
                        unit.caller().tenant(),
                        columns.uuids(Due::id),
                        columns.texts(Due::channel),
                        columns.texts(Due::state),
                        columns.texts(Due::frequency),
                        Columns.time(unit.now()))
                .replaceWithVoid();
    }

    /** Notes which mail tells notices; they end with it. */
    public static Uni<Void> handOver(UnitOfWork unit, List<UUID> notices, String mail) {
        return unit.run(HAND_OVER, unit.caller().tenant(), notices.toArray(UUID[]::new), mail)
                .replaceWithVoid();
    }

    /** Notes that notices left, and publishes it. */
    public static Uni<Void> sent(UnitOfWork unit, List<UUID> notices, String channel) {
        return end(unit, notices, channel, "sent", null);
    }

    /** Notes that notices will not leave this way any more, and why, and publishes it. */
    public static Uni<Void> dead(UnitOfWork unit, List<UUID> notices, String channel, String error) {
        return end(unit, notices, channel, "dead", error);
    }

    private static Uni<Void> end(UnitOfWork unit, List<UUID> notices, String channel, String state, String error) {
        var ids = notices.toArray(UUID[]::new);
        return unit.run(END, unit.caller().tenant(), ids, channel, state, error)
                .invoke(rows -> rows.forEach(row -> note(unit, new NoticeDelivered(row.getUUID(0), channel, state))))
                .replaceWithVoid();
    }

    private static void note(UnitOfWork unit, NoticeDelivered delivered) {
        unit.changed(Change.eventOnly(
                "notification",
                delivered.notificationId().toString(),
                delivered.state().equals("sent") ? "delivered" : "failed",
                delivered,
                Caller.system(unit.caller().tenant())));
    }
}
