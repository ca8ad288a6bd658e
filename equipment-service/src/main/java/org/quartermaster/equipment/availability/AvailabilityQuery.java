package org.quartermaster.equipment.availability;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.quartermaster.equipment.machine.MachinePresence;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Adds up the status history of a machine; the last 30 days unless said otherwise, and never the future. */
@ApplicationScoped
class AvailabilityQuery {
    private static final Duration USUAL_SPAN = Duration.ofDays(30);
    private static final String SQL = """
            with period as (
              select status, from_at >= $2 as begun,
                extract(epoch from least(coalesce(to_at, $3), $3) - greatest(from_at, $2)) as seconds
              from equipment_status_history
              where equipment_id = $1 and from_at < $3 and (to_at is null or to_at > $2)
            )
            select coalesce(sum(seconds) filter (where status = 'operational'), 0) as operational,
              coalesce(sum(seconds) filter (where status = 'maintenance'), 0) as maintenance,
              coalesce(sum(seconds) filter (where status = 'repair'), 0) as repair,
              count(*) filter (where status = 'repair' and begun) as failures
            from period
            """;

    private final TenantDatabase database;

    @Inject
    AvailabilityQuery(TenantDatabase database) {
        this.database = database;
    }

    Uni<Availability> find(Caller caller, String equipmentId, Fields query) {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var asked = query.time("to").or(now);
        var to = asked.isAfter(now) ? now : asked;
        var from = query.time("from").or(to.minus(USUAL_SPAN));
        if (!from.isBefore(to)) {
            query.error("from", "less_than_equal", to);
        }
        var machine = MachinePresence.read(caller, query, equipmentId);
        query.checkQuery();
        var times = Query.of(SQL, equipmentId, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC));
        return database.readAll(caller, List.of(machine.query(), times)).map(results -> {
            MachineRepository.NOT_FOUND.require(results.get(0));
            return Availability.of(
                    equipmentId, from, to, times(results.get(1).iterator().next()));
        });
    }

    private static Availability.Times times(Row row) {
        return new Availability.Times(
                row.getBigDecimal("operational"),
                row.getBigDecimal("maintenance"),
                row.getBigDecimal("repair"),
                row.getLong("failures"));
    }
}
