package org.quartermaster.procurement.mailed;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.security.Sha256;

/** Keeps strangers from filling a mailbox: three mails an hour to an address at their wish. */
@ApplicationScoped
class MailLimit {
    private static final int MAX = 3;
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final String TAKE = """
            insert into procurement.login_attempts as a (kind, subject_hash, failures, window_started_at)
            values ('reset', $1, 1, $2)
            on conflict (kind, subject_hash) do update set
              failures = case when a.window_started_at <= $3 then 1 else a.failures + 1 end,
              window_started_at = case when a.window_started_at <= $3 then $2 else a.window_started_at end
            returning failures
            """;

    /** Whether one more may be sent, in a unit of the system role. */
    Uni<Boolean> take(UnitOfWork unit, String subject) {
        return unit.run(
                        TAKE,
                        Buffer.buffer(Sha256.of(subject)),
                        Columns.time(unit.now()),
                        Columns.time(unit.now().minus(WINDOW)))
                .map(rows -> rows.iterator().next().getInteger(0) <= MAX);
    }
}
