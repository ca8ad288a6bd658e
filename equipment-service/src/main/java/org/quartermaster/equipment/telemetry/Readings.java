package org.quartermaster.equipment.telemetry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.quartermaster.equipment.alert.LowFuel;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.plan.PlanEvaluation;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Words;

/** Takes one sample at a time over into the history, the meters and the current values of a locked machine. */
@ApplicationScoped
public class Readings {
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final PlanEvaluation plans;
    private final LowFuel lowFuel;

    @Inject
    Readings(PlanEvaluation plans, LowFuel lowFuel) {
        this.plans = plans;
        this.lowFuel = lowFuel;
    }

    /** Refuses at once what cannot be true (422, nothing stored), else keeps it. */
    public Uni<Void> take(UnitOfWork unit, Machine machine, Sample sample, SampleNames names) {
        var at = sample.recordedAt() == null ? unit.now() : sample.recordedAt();
        if (at.isAfter(unit.now().plus(AHEAD))) {
            throw Problem.invalid("recorded_at", "in_future");
        }
        refuseBackwards(names.hours(), sample.hours(), machine.currentHours, at, machine.currentHoursAt);
        if (sample.recordedAt() == null && sample.km() != null && !movesOdometer(machine, sample)) {
            throw backwards(names.km(), sample.km(), machine.currentKm);
        }
        machine.lastSeenAt = unit.now();
        if (sample.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var hoursMoved = sample.hours() != null && isNewer(at, machine.currentHoursAt);
        var kmMoved = movesOdometer(machine, sample);
        var fuelMoved = sample.fuelPercent() != null && isNewer(at, machine.currentFuelAt);
        var fuelBefore = machine.currentFuelPercent;
        current(machine, sample, at);
        return unit.session()
                .flush()
                .chain(() -> history(unit, machine, sample, at))
                .chain(() -> hoursMoved ? meter(unit, machine, "hours", sample.hours(), at) : nothing())
                .chain(() -> kmMoved ? meter(unit, machine, "km", sample.km(), at) : nothing())
                .chain(() -> hoursMoved || kmMoved ? plans.evaluate(unit, machine) : nothing())
                .chain(() -> fuelMoved ? lowFuel.moved(unit, machine, fuelBefore) : nothing());
    }

    private static void refuseBackwards(String field, BigDecimal given, BigDecimal known, Instant at, Instant knownAt) {
        if (given != null && known != null && isNewer(at, knownAt) && given.compareTo(known) < 0) {
            throw backwards(field, given, known);
        }
    }

    private static Problem backwards(String field, BigDecimal given, BigDecimal known) {
        return Problem.invalid(field, "hours_backwards", given.toPlainString(), known.toPlainString());
    }

    /** NB: no time is kept of it; an odometer runs one way, so the higher reading is the later one. */
    private static boolean movesOdometer(Machine machine, Sample sample) {
        return sample.km() != null && (machine.currentKm == null || sample.km().compareTo(machine.currentKm) >= 0);
    }

    private static boolean isNewer(Instant at, Instant known) {
        return known == null || !at.isBefore(known);
    }

    private static void current(Machine machine, Sample sample, Instant at) {
        if (sample.fuelPercent() != null && isNewer(at, machine.currentFuelAt)) {
            machine.currentFuelPercent = sample.fuelPercent();
            machine.currentFuelAt = at;
        }
        if (sample.hours() != null && isNewer(at, machine.currentHoursAt)) {
            machine.currentHours = sample.hours();
            machine.currentHoursAt = at;
        }
        if (movesOdometer(machine, sample)) {
            machine.currentKm = sample.km();
        }
        if (sample.lat() != null && isNewer(at, machine.currentPositionAt)) {
            machine.currentLat = sample.lat();
            machine.currentLon = sample.lon();
            machine.currentPositionAt = at;
        }
    }

    private static Uni<Void> history(UnitOfWork unit, Machine machine, Sample sample, Instant at) {
        return unit.session()
                .createNativeQuery("""
                        insert into equipment_telemetry (tenant_id, equipment_id, recorded_at, sample_key, received_at,
                          source, fuel_percent, hours, total_hours, km, total_km, lat, lon)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
                        on conflict do nothing
                        """)
                .setParameter(1, machine.tenantId)
                .setParameter(2, machine.equipmentId)
                .setParameter(3, at)
                .setParameter(4, key(machine, sample, at))
                .setParameter(5, unit.now())
                .setParameter(6, Words.of(sample.source()))
                .setParameter(7, sample.fuelPercent())
                .setParameter(8, sample.hours())
                .setParameter(9, sample.hours())
                .setParameter(10, sample.km())
                .setParameter(11, sample.km())
                .setParameter(12, sample.lat() == null ? null : sample.lat().doubleValue())
                .setParameter(13, sample.lon() == null ? null : sample.lon().doubleValue())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static UUID key(Machine machine, Sample sample, Instant at) {
        var content = machine.equipmentId + at + sample;
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
    }

    private static Uni<Void> meter(UnitOfWork unit, Machine machine, String kind, BigDecimal reading, Instant at) {
        return unit.session()
                .createNativeQuery("""
                        insert into equipment_meters (tenant_id, meter_id, equipment_id, kind, installed_at,
                          first_reading, last_reading, last_reading_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?5)
                        on conflict (tenant_id, equipment_id, kind) where removed_at is null
                        do update set last_reading = excluded.last_reading, last_reading_at = excluded.last_reading_at
                        """)
                .setParameter(1, machine.tenantId)
                .setParameter(2, Ids.next("meter"))
                .setParameter(3, machine.equipmentId)
                .setParameter(4, kind)
                .setParameter(5, at)
                .setParameter(6, reading)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
