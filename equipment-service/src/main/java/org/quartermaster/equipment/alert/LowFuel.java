package org.quartermaster.equipment.alert;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.MachineStatus;
import org.quartermaster.equipment.machine.MaintenanceType;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Messages;

/** The rule that is on for every tenant: too little fuel, until there is clearly more. */
@ApplicationScoped
public class LowFuel {
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

    /** To be called when the fuel of a locked machine moved; {@code before} may be null. */
    public Uni<Void> moved(UnitOfWork unit, Machine machine, BigDecimal before) {
        var now = machine.currentFuelPercent;
        if (now.compareTo(RAISE_BELOW) < 0 && machine.status != MachineStatus.INACTIVE) {
            return repository
                    .latest(machine.equipmentId, KEY)
                    .chain(latest -> isKnown(latest, before)
                            ? Uni.createFrom().voidItem()
                            : alerts.raise(unit, machine, alert(now), explanation(machine))
                                    .replaceWithVoid());
        }
        return now.compareTo(CLEAR_AT) >= 0 && (before == null || before.compareTo(CLEAR_AT) < 0)
                ? alerts.resolveByKey(unit, machine, KEY, Resolution.CONDITION_CLEARED, null)
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /** There is an alert, or a person closed it and the fuel has not been up since. */
    private static boolean isKnown(Alert latest, BigDecimal before) {
        if (latest == null || latest.state != AlertState.RESOLVED) {
            return latest != null;
        }
        return latest.resolution.byPerson() && before != null && before.compareTo(CLEAR_AT) < 0;
    }

    private static Alert alert(BigDecimal percent) {
        var alert = new Alert();
        alert.kind = AlertKind.LOW_FUEL;
        alert.dedupeKey = KEY;
        alert.maintenanceType = MaintenanceType.OTHER;
        alert.description = Messages.text(Locale.ENGLISH, "low_fuel", plain(percent));
        alert.descriptionAr = Messages.text(Locale.forLanguageTag("ar"), "low_fuel", plain(percent));
        return alert;
    }

    private static Explanation explanation(Machine machine) {
        var percent = machine.currentFuelPercent;
        var at = machine.currentFuelAt;
        return new Explanation(
                Messages.text(Locale.ENGLISH, "explain_low_fuel", plain(percent), plain(RAISE_BELOW)),
                Messages.text(Locale.forLanguageTag("ar"), "explain_low_fuel", plain(percent), plain(RAISE_BELOW)),
                KEY,
                "fuel_percent",
                percent,
                at,
                RAISE_BELOW,
                percent.subtract(RAISE_BELOW),
                null,
                List.of(new Explanation.Evidence(at, null, percent)));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
