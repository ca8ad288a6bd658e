package org.quartermaster.procurement.notice;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;

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

    private static List<UUID> users(RowSet<Row> rows) {
        var users = new ArrayList<UUID>();
        rows.forEach(row -> users.add(row.getUUID(0)));
        return users;
    }

    private static void note(UnitOfWork unit, Notice notice, RowSet<Row> told) {
        for (var row : told) {
            var id = row.getUUID(0);
            unit.changed(Change.created(ENTITY, id.toString(), NoticeEvent.of(id, notice, unit.now()))
                    .unaudited());
        }
    }
}
