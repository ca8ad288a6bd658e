package org.quartermaster.equipment.maintenance;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.Readings;
import org.quartermaster.equipment.reading.Sample;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;

/** The hours and kilometres at which work was done: given and checked, or derived. */
@ApplicationScoped
class PerformedTotals {
    private static final Duration AHEAD = Duration.ofMinutes(10);
    private static final Duration RECENT = Duration.ofHours(24);

    private final Totalizer history;
    private final Readings readings;

    @Inject
    PerformedTotals(Totalizer history, Readings readings) {
        this.history = history;
        this.readings = readings;
    }

    Uni<Void> complete(UnitOfWork unit, Machine machine, MaintenanceRecord record) {
        if (record.performedAt.isAfter(unit.now().plus(AHEAD))) {
            throw Problem.invalid("performed_at", "in_future");
        }
        var recent = record.performedAt.isAfter(unit.now().minus(RECENT));
        return hours(unit, machine, record, recent).chain(() -> km(unit, machine, record, recent));
    }

    private Uni<Void> hours(UnitOfWork unit, Machine machine, MaintenanceRecord record, boolean recent) {
        if (record.performedHours == null && recent) {
            record.performedHours = machine.currentHours;
            return Uni.createFrom().voidItem();
        }
        return history.around(unit, machine, "hours", record.performedAt).chain(around -> {
            if (record.performedHours == null) {
                record.performedHours = around.at(record.performedAt, 2);
                return Uni.createFrom().voidItem();
            }
            if (around.contradicts(record.performedHours)) {
                throw contradiction(around);
            }
            return reading(unit, machine, record);
        });
    }

    private static Problem contradiction(Totalizer.Around around) {
        return Problem.invalid(
                "performed_hours",
                "hours_contradict_history",
                around.before() == null ? "0" : around.before().value().toPlainString(),
                around.after() == null ? "\u221e" : around.after().value().toPlainString());
    }

    /** A total above the known one is news of the meter. */
    private Uni<Void> reading(UnitOfWork unit, Machine machine, MaintenanceRecord record) {
        var isNews = isAbove(record.performedHours, machine.currentHours)
                && (machine.currentHoursAt == null || record.performedAt.isAfter(machine.currentHoursAt));
        if (!isNews) {
            return Uni.createFrom().voidItem();
        }
        var sample = Sample.ofHours(record.performedAt, record.performedHours);
        return readings.takeTotals(unit, machine, sample);
    }

    private static boolean isAbove(BigDecimal given, BigDecimal known) {
        return known == null || given.compareTo(known) > 0;
    }

    private Uni<Void> km(UnitOfWork unit, Machine machine, MaintenanceRecord record, boolean recent) {
        if (record.performedKm != null) {
            return Uni.createFrom().voidItem();
        }
        if (recent) {
            record.performedKm = machine.currentKm;
            return Uni.createFrom().voidItem();
        }
        return history.around(unit, machine, "km", record.performedAt)
                .invoke(around -> record.performedKm = around.at(record.performedAt, 1))
                .replaceWithVoid();
    }
}
