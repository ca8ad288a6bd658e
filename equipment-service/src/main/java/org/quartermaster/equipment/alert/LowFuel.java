package org.quartermaster.equipment.alert;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.MachineStatus;
import org.quartermaster.equipment.machine.MaintenanceType;
import org.quartermaster.equipment.telemetry.Moved;
import org.quartermaster.equipment.telemetry.Sample;
import org.quartermaster.equipment.telemetry.SampleFollower;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Messages;

/** The rule that is on for every tenant: too little fuel, until there is clearly more. */
@ApplicationScoped
class LowFuel implements SampleFollower {
    private static final String KEY = "low_fuel";
    private static final BigDecimal RAISE_BELOW = new BigDecimal("20");
    private static final BigDecimal CLEAR_AT = new BigDecimal("25");

    private final AlertRepository repository;
    private final Alerts alerts;

    @Inject
    LowFuel(AlertRepository repository, Alerts alerts) {
        this.repository = repository;
        this.alerts = alerts;
    }

    /** A sample that raises the alert of its machine, or ends it. */
    private record Step(String equipmentId, Sample sample, boolean raises) {}

    @Override
    public Uni<Void> follow(UnitOfWork unit, List<Moved> moved) {
        var candidates = moved.stream().filter(LowFuel::matters).toList();
        if (candidates.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ids = candidates.stream().map(each -> each.machine().equipmentId()).toList();
        return repository.latest(unit, ids, KEY).chain(latest -> {
            var done = Uni.createFrom().voidItem();
            for (var step : steps(candidates, latest)) {
                done = done.chain(() -> take(unit, step));
            }
            return done;
        });
    }

    /** True when the fuel was or is low enough for an alert, so that the database must be asked. */
    private static boolean matters(Moved moved) {
        return isBelow(moved.before().fuelPercent(), CLEAR_AT)
                        && fuels(moved).stream().anyMatch(sample -> !isBelow(sample.fuelPercent(), CLEAR_AT))
                || fuels(moved).stream().anyMatch(sample -> isBelow(sample.fuelPercent(), RAISE_BELOW));
    }

    private static List<Sample> fuels(Moved moved) {
        return moved.samples().stream()
                .filter(sample -> sample.fuelPercent() != null)
                .toList();
    }

    private static boolean isBelow(BigDecimal percent, BigDecimal limit) {
        return percent != null && percent.compareTo(limit) < 0;
    }

    private static List<Step> steps(List<Moved> candidates, Map<String, Alert> latest) {
        var steps = new ArrayList<Step>();
        for (var moved : candidates) {
            var id = moved.machine().equipmentId();
            var alert = latest.get(id);
            var open = alert != null && alert.state != AlertState.RESOLVED;
            // A person closed it, and the fuel has not been up since.
            var quiet = alert != null
                    && !open
                    && alert.resolution.byPerson()
                    && isBelow(moved.before().fuelPercent(), CLEAR_AT);
            for (var sample : fuels(moved)) {
                if (!isBelow(sample.fuelPercent(), CLEAR_AT)) {
                    quiet = false;
                    if (open) {
                        steps.add(new Step(id, sample, false));
                        open = false;
                    }
                } else if (!open && !quiet && raises(moved, sample)) {
                    steps.add(new Step(id, sample, true));
                    open = true;
                }
            }
        }
        return steps;
    }

    private static boolean raises(Moved moved, Sample sample) {
        return isBelow(sample.fuelPercent(), RAISE_BELOW) && moved.machine().status() != MachineStatus.INACTIVE;
    }

    private Uni<Void> take(UnitOfWork unit, Step step) {
        return unit.session().find(Machine.class, step.equipmentId()).chain(machine -> {
            if (step.raises()) {
                return alerts.raise(unit, machine, alert(step.sample()), explanation(step.sample()))
                        .replaceWithVoid();
            }
            return alerts.resolveByKey(unit, machine, KEY, Resolution.CONDITION_CLEARED, null)
                    .replaceWithVoid();
        });
    }

    private static Alert alert(Sample sample) {
        var alert = new Alert();
        alert.kind = AlertKind.LOW_FUEL;
        alert.dedupeKey = KEY;
        alert.maintenanceType = MaintenanceType.OTHER;
        alert.description = Messages.text(Locale.ENGLISH, "low_fuel", plain(sample.fuelPercent()));
        alert.descriptionAr = Messages.text(Locale.forLanguageTag("ar"), "low_fuel", plain(sample.fuelPercent()));
        return alert;
    }

    private static Explanation explanation(Sample sample) {
        var percent = sample.fuelPercent();
        return new Explanation(
                Messages.text(Locale.ENGLISH, "explain_low_fuel", plain(percent), plain(RAISE_BELOW)),
                Messages.text(Locale.forLanguageTag("ar"), "explain_low_fuel", plain(percent), plain(RAISE_BELOW)),
                KEY,
                "fuel_percent",
                percent,
                sample.recordedAt(),
                RAISE_BELOW,
                percent.subtract(RAISE_BELOW),
                null,
                List.of(new Explanation.Evidence(sample.recordedAt(), sample.sampleId(), percent)));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
