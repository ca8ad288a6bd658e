package org.quartermaster.procurement.notice;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Words;

/** Tells users of the tenant of a unit of work, each of one thing once, in its transaction. */
@ApplicationScoped
public class Notices {
    private static final String ENTITY = "notification";
    private static final String INSERT = """
            insert into procurement.notifications
              (tenant_id, user_id, type, title, message, payload, dedupe_key, tender_id, alert_ids, alert_id, sent_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            on conflict do nothing
            returning notification_id
            """;

    private static final String INSERT_ALL = """
            insert into procurement.notifications as n (tenant_id, user_id, type, title, message, payload, dedupe_key,
              tender_id, alert_ids, alert_id, in_app, sent_at)
            select $1, u.user_id, u.type, u.title, u.message, cast(u.payload as jsonb), u.dedupe_key, u.tender_id,
              cast(string_to_array(u.alerts, ',') as uuid[]), cast(nullif(split_part(u.alerts, ',', 1), '') as uuid),
              u.in_app, $11
            from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
              $10::bool[]) u (user_id, type, title, message, payload, dedupe_key, tender_id, alerts, in_app)
            on conflict (tenant_id, user_id, dedupe_key) do update
              set alert_ids = n.alert_ids || excluded.alert_ids,
                payload = jsonb_set(n.payload, '{alerts}', coalesce(n.payload -> 'alerts', '[]')
                  || coalesce(excluded.payload -> 'alerts', '[]'))
              where not n.alert_ids @> excluded.alert_ids
            returning n.notification_id, n.user_id, n.dedupe_key, n.sent_at = $11 as is_new
            """;

    /** Tells one user, unless he was told of it before. */
    public Uni<Void> tell(UnitOfWork unit, Notice notice) {
        var alerts = notice.alertIds().toArray(UUID[]::new);
        return unit.run(
                        INSERT,
                        unit.caller().tenant(),
                        notice.userId(),
                        notice.type().name().toLowerCase(Locale.ROOT),
                        notice.title(),
                        notice.message(),
                        new JsonObject(notice.payload()),
                        notice.dedupeKey(),
                        notice.tenderId(),
                        alerts,
                        alerts.length == 0 ? null : alerts[0],
                        Columns.time(unit.now()))
                .invoke(told -> note(unit, notice, told))
                .replaceWithVoid();
    }

    /** Tells every member of the tenant who has one of the roles by himself. */
    public Uni<Void> tellMembers(UnitOfWork unit, List<String> roles, Notice notice) {
        return unit.run(
                        "select user_id from procurement.organization_members where tenant_id = $1 and roles && $2",
                        unit.caller().tenant(),
                        roles.toArray(String[]::new))
                .chain(members -> InTurn.each(users(members), user -> tell(unit, notice.to(user))));
    }

    /**
     * Tells many users at once, each by his ways. Who was told of a thing before is not told again: the further alerts
     * that it met are added to the notice that he has.
     */
    public Uni<Void> tellByWays(UnitOfWork unit, Map<Notice, Way> told) {
        if (told.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var columns = new Columns<>(List.copyOf(told.keySet()));
        return unit.run(
                        INSERT_ALL,
                        unit.caller().tenant(),
                        columns.uuids(Notice::userId),
                        columns.texts(each -> Words.of(each.type())),
                        columns.texts(Notice::title),
                        columns.texts(Notice::message),
                        columns.texts(each -> new JsonObject(each.payload()).encode()),
                        columns.texts(Notice::dedupeKey),
                        columns.texts(Notice::tenderId),
                        columns.texts(each ->
                                each.alertIds().stream().map(UUID::toString).collect(Collectors.joining(","))),
                        columns.booleans(each -> told.get(each).inApp()),
                        Columns.time(unit.now()))
                .map(rows -> created(rows, told))
                .invoke(created -> created.forEach((id, notice) -> note(unit, notice, id)))
                .chain(created -> Deliveries.queue(unit, created, told));
    }

    private static Map<UUID, Notice> created(RowSet<Row> rows, Map<Notice, Way> told) {
        var byKey = new HashMap<String, Notice>();
        told.keySet().forEach(notice -> byKey.put(notice.userId() + notice.dedupeKey(), notice));
        var created = new LinkedHashMap<UUID, Notice>();
        for (var row : rows) {
            if (row.getBoolean("is_new")) {
                created.put(
                        row.getUUID("notification_id"),
                        byKey.get(row.getUUID("user_id") + row.getString("dedupe_key")));
            }
        }
        return created;
    }

    private static void note(UnitOfWork unit, Notice notice, UUID id) {
        unit.changed(Change.created(ENTITY, id.toString(), NoticeEvent.of(id, notice, unit.now()))
                .unaudited());
    }

    private static List<UUID> users(RowSet<Row> rows) {
        var users = new ArrayList<UUID>();
        rows.forEach(row -> users.add(row.getUUID(0)));
        return users;
    }

    private static void note(UnitOfWork unit, Notice notice, RowSet<Row> told) {
        for (var row : told) {
            note(unit, notice, row.getUUID(0));
        }
    }
}
