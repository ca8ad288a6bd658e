package org.quartermaster.catalog.reservation;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.quartermaster.platform.change.DueRows;
import org.quartermaster.platform.change.UnitOfWork;

/** Ends reservations whose time is over. */
@ApplicationScoped
class ReservationExpiry {
    private static final String DUE = """
            select tenant_id, id from catalog.stockreservation
            where state = 'held' and expires_at <= now() order by expires_at limit 500
            """;

    private final DueRows rows;
    private final ReservationTable table;
    private final Endings endings;

    @Inject
    ReservationExpiry(DueRows rows, ReservationTable table, Endings endings) {
        this.rows = rows;
        this.table = table;
        this.endings = endings;
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void endThoseThatAreOver() throws SQLException {
        rows.run("reservation expiry", DUE, this::expire);
    }

    private Uni<Void> expire(UnitOfWork unit, String id) {
        return table.find(unit, Long.parseLong(id))
                .chain(found -> endings.end(unit, List.of(found), ReservationState.EXPIRED))
                .replaceWithVoid();
    }
}
