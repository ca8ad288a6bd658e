package org.quartermaster.procurement.message;

import java.util.UUID;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** How threads are read: one's own of the organization, and as staff of the operator those of its support. */
final class ThreadSql {
    static final ProblemType NOT_FOUND = new ProblemType(404, "thread_not_found");

    /** All threads that the user of the session may see in its tenant, as t. */
    private static final String VISIBLE = """
            (select t.* from procurement.message_threads t
              join procurement.message_participants p on p.tenant_id = t.tenant_id and p.thread_id = t.thread_id
                and p.user_id::text = current_setting('app.user_id', true)
              where t.tenant_id = current_setting('app.tenant_id', true)
            union
            select t.* from procurement.support_threads() t) t\
            """;

    private static final String PEOPLE = """
            (select p.user_id, p.last_read_at from procurement.message_participants p
              where p.tenant_id = t.tenant_id and p.thread_id = t.thread_id
            union select s.user_id, s.last_read_at from procurement.support_reads(t.thread_id) s)\
            """;

    private static final String WRITTEN = """
            (select m.* from procurement.messages m where m.tenant_id = t.tenant_id and m.thread_id = t.thread_id
            union select s.* from procurement.support_messages(t.thread_id) s)\
            """;

    static final String FROM = VISIBLE;

    static final String SELECT = """
            t.*, array(select x.user_id from %s x order by x.user_id) as participants,
            (select count(*) from %s m where m.sender_id::text is distinct from current_setting('app.user_id', true)
              and m.created_at > coalesce((select max(x.last_read_at) from %s x
                where x.user_id::text = current_setting('app.user_id', true)), '-infinity')) as unread\
            """.formatted(PEOPLE, WRITTEN, PEOPLE);

    /** Finds the thread of {@code $1}, where the reader may see it. */
    static final String ONE = "select " + SELECT + " from " + FROM + " where t.thread_id = $1";

    /** The messages of the thread of {@code ?}, as m. */
    static final String MESSAGES = """
            (select m.* from procurement.messages m
              where m.tenant_id = current_setting('app.tenant_id', true)
            union select s.* from procurement.support_threads() t, procurement.support_messages(t.thread_id) s) m\
            """;

    private ThreadSql() {}

    static UUID id(String text) {
        return Ids.parse(text).orElseThrow(() -> Problem.of(NOT_FOUND));
    }
}
