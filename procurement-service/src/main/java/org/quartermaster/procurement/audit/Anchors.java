package org.quartermaster.procurement.audit;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.DueRows;
import org.quartermaster.platform.change.UnitOfWork;

/** Tells the head of each chain when a day is over, so that a chain which is made anew as a whole can be found out. */
@ApplicationScoped
class Anchors {
    /** NB: of days that nobody anchored in a week, the head of a later one tells too. */
    private static final String DUE = """
            select c.tenant_id, c.log || ' ' || (c.created_at at time zone 'UTC')::date
            from procurement.audit_chain c
            where c.created_at >= date_trunc('day', now(), 'UTC') - interval '7 days'
              and c.created_at < date_trunc('day', now(), 'UTC')
              and not exists (select from procurement.audit_anchors a where a.tenant_id = c.tenant_id and a.log = c.log
                and a.day = (c.created_at at time zone 'UTC')::date)
            group by 1, 2 limit 1000
            """;

    private static final String ANCHOR = """
            insert into procurement.audit_anchors (tenant_id, log, day, seq, hash)
            select tenant_id, log, $3::date, seq, hash from procurement.audit_chain
            where tenant_id = $1 and log = $2 and (created_at at time zone 'UTC')::date <= $3
            order by seq desc limit 1
            on conflict do nothing
            returning seq, hash
            """;

    private final DueRows rows;

    @Inject
    Anchors(DueRows rows) {
        this.rows = rows;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tell() throws SQLException {
        rows.run("audit-anchors", DUE, Anchors::anchor);
    }

    private static Uni<Void> anchor(UnitOfWork unit, String chain) {
        var parts = chain.split(" ");
        var day = LocalDate.parse(parts[1]);
        return unit.run(ANCHOR, unit.caller().tenant(), parts[0], day)
                .invoke(added ->
                        added.forEach(row -> note(unit, parts[0], day, row.getLong("seq"), row.getBuffer("hash"))))
                .replaceWithVoid();
    }

    private static void note(UnitOfWork unit, String log, LocalDate day, long seq, Buffer hash) {
        var head = new AnchorEvent(log, day, seq, HexFormat.of().formatHex(hash.getBytes()));
        unit.changed(Change.eventOnly("audit", log, "anchored", head, null));
    }
}
