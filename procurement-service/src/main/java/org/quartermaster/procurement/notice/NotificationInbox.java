package org.quartermaster.procurement.notice;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** What one user was told in one organization; nobody reads that of another. */
@ApplicationScoped
class NotificationInbox {
    private static final ProblemType NOT_FOUND = new ProblemType(404, "notification_not_found");
    private static final SortKey SENT = SortKey.of("sent_at", "n.sent_at", "timestamptz");
    private static final SortKey ID = SortKey.of("notification_id", "n.notification_id", "uuid");
    private static final String MINE = " n.tenant_id = $1 and n.user_id::text = $2 and n.in_app";
    private static final String ONE = "select " + NotificationView.COLUMNS + " from procurement.notifications n where"
            + MINE + " and n.notification_id = $3";

    private final TenantDatabase database;

    @Inject
    NotificationInbox(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<NotificationView>> find(Caller caller, Fields query) {
        var list = new ListQuery("notifications", NotificationView.COLUMNS, "procurement.notifications n")
                .where("n.tenant_id = ?", caller.tenant())
                .where("n.user_id::text = ?", caller.subject())
                .where("n.in_app");
        list.words("n.type", query.words("type", NoticeType.class));
        query.bool("is_read").to(read -> list.where("n.is_read = ?", read));
        return list.page(query).descending(SENT, ID).run(database, caller, query, NotificationView::of);
    }

    /** How many he has not read. */
    record Unread(long unread) {}

    Uni<Unread> unread(Caller caller) {
        return database.read(
                        caller,
                        "select count(*) from procurement.notifications n where" + MINE + " and not n.is_read",
                        caller.tenant(),
                        caller.subject())
                .map(rows -> new Unread(rows.iterator().next().getLong(0)));
    }

    private static UUID id(String text) {
        return Ids.parse(text).orElseThrow(() -> Problem.of(NOT_FOUND));
    }

    private static Uni<NotificationView> lock(UnitOfWork unit, String id, String ifMatch) {
        return unit.run(
                        ONE + " for no key update",
                        unit.caller().tenant(),
                        unit.caller().subject(),
                        id(id))
                .map(NOT_FOUND::require)
                .map(NotificationView::of)
                .invoke(view -> ETags.requireMatch(ifMatch, view.version()));
    }

    Uni<Answer> mark(UnitOfWork unit, String id, String ifMatch, Fields fields) {
        return lock(unit, id, ifMatch).chain(view -> {
            fields.require("is_read");
            var read = fields.bool("is_read").or(view.isRead());
            fields.checkStrictly();
            return unit.run(
                            """
                            update procurement.notifications n set is_read = $4, read_at = case when $4
                              then coalesce(read_at, $5) end
                            where n.tenant_id = $1 and n.user_id::text = $2 and n.notification_id = $3
                            """,
                            unit.caller().tenant(),
                            unit.caller().subject(),
                            view.notificationId(),
                            read,
                            Columns.time(unit.now()))
                    .chain(() -> lock(unit, id, null))
                    .map(Answer::ok);
        });
    }

    Uni<Answer> delete(UnitOfWork unit, String id, String ifMatch) {
        return lock(unit, id, ifMatch)
                .chain(view -> unit.run(
                        "delete from procurement.notifications where tenant_id = $1 and notification_id = $2",
                        unit.caller().tenant(),
                        view.notificationId()))
                .replaceWith(Answer.empty());
    }

    /** How many were marked. */
    record Marked(int updated) {}

    Uni<Marked> markAll(UnitOfWork unit) {
        return unit.run(
                        "update procurement.notifications n set is_read = true, read_at = $3 where" + MINE
                                + " and not n.is_read",
                        unit.caller().tenant(),
                        unit.caller().subject(),
                        Columns.time(unit.now()))
                .map((RowSet<Row> rows) -> new Marked(rows.rowCount()));
    }
}
