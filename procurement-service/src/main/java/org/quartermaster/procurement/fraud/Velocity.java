package org.quartermaster.procurement.fraud;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;

/** Counts what comes from one place within an hour, in the database; needs a unit of the system role. */
@ApplicationScoped
class Velocity {
    static final String REGISTRATION = "registration";
    static final String CHECKOUT = "checkout";

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final String COUNT = """
            insert into procurement.login_attempts as a (kind, subject_hash, failures, window_started_at)
            values ($1, $2, 1, $3)
            on conflict (kind, subject_hash) do update set
              failures = case when a.window_started_at <= $4 then 1 else a.failures + 1 end,
              window_started_at = case when a.window_started_at <= $4 then $3 else a.window_started_at end
            returning failures, window_started_at
            """;

    private final Hashes hashes;

    @Inject
    Velocity(Hashes hashes) {
        this.hashes = hashes;
    }

    /**
     * How many came from a place.
     *
     * @param end when the count begins anew
     */
    record Counted(int number, Instant end) {}

    /** Counts one more from the place of the visit. */
    Uni<Counted> count(UnitOfWork unit, String kind, Visit visit) {
        return unit.run(
                        COUNT,
                        kind,
                        origin(visit),
                        Columns.time(unit.now()),
                        Columns.time(unit.now().minus(WINDOW)))
                .map(rows -> rows.iterator().next())
                .map(row -> new Counted(
                        row.getInteger(0),
                        Columns.instant(row.getOffsetDateTime(1)).plus(WINDOW)));
    }

    /** What places are counted by. */
    Buffer origin(Visit visit) {
        return Buffer.buffer(hashes.bytes("origin", Origin.network(visit.address())));
    }
}
