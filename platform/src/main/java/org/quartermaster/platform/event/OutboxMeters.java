package org.quartermaster.platform.event;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;

/** How far the relay is behind: {@code outbox_pending} in rows, {@code outbox_oldest_seconds}. */
@ApplicationScoped
final class OutboxMeters {
    private static final long EVERY = Duration.ofSeconds(5).toNanos();

    private volatile OutboxTable.Backlog backlog = new OutboxTable.Backlog(0, 0);
    private long looked = System.nanoTime() - EVERY;

    @Inject
    OutboxMeters(MeterRegistry registry) {
        registry.gauge("outbox_pending", this, meters -> meters.backlog.pending());
        registry.gauge("outbox_oldest_seconds", this, meters -> meters.backlog.oldestSeconds());
    }

    /** Looks every five seconds; on the thread and the session of the relay, active or not. */
    void look(OutboxTable outbox) throws SQLException {
        if (System.nanoTime() - looked >= EVERY) {
            looked = System.nanoTime();
            backlog = outbox.backlog();
        }
    }
}
