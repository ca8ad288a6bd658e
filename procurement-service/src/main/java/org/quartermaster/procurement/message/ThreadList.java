package org.quartermaster.procurement.message;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Threads and their messages, as their readers see them. */
@ApplicationScoped
class ThreadList {
    private static final SortKey LAST =
            SortKey.of("last_message_at", "coalesce(t.last_message_at, t.created_at)", "timestamptz");
    private static final SortKey ID = SortKey.of("thread_id", "t.thread_id", "uuid");
    private static final SortKey AT = SortKey.of("created_at", "m.created_at", "timestamptz");
    private static final SortKey MESSAGE = SortKey.of("message_id", "m.message_id", "uuid");

    private final TenantDatabase database;

    @Inject
    ThreadList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<ThreadView>> find(Caller caller, Fields query) {
        var list = new ListQuery("message-threads", ThreadSql.SELECT, ThreadSql.FROM);
        list.words("t.status", query.words("status", ThreadStatus.class));
        list.words("t.kind", query.words("kind", ThreadKind.class));
        return list.page(query).descending(LAST, ID).run(database, caller, query, ThreadView::of);
    }

    Uni<ThreadView> get(Caller caller, String id) {
        return database.read(caller, ThreadSql.ONE, ThreadSql.id(id))
                .map(ThreadSql.NOT_FOUND::require)
                .map(ThreadView::of);
    }

    Uni<Slice<MessageView>> messages(Caller caller, String id, Fields query) {
        var thread = ThreadSql.id(id);
        return new ListQuery("messages", "m.*", ThreadSql.MESSAGES)
                .where("m.thread_id = ?", thread)
                .within(Query.of(ThreadSql.ONE, thread), ThreadSql.NOT_FOUND)
                .page(query)
                .chronological(AT, MESSAGE, true)
                .run(database, caller, query, MessageView::of);
    }
}
