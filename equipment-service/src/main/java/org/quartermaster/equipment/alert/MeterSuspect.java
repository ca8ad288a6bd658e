package org.quartermaster.equipment.alert;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.meter.MeterBook;
import org.quartermaster.equipment.meter.MeterWatcher;
import org.quartermaster.equipment.reference.MaintenanceType;
import org.quartermaster.equipment.reference.Priority;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Messages;

/** Tells of an hour meter that has been contradicting itself for long: it was replaced, or it is broken. */
@ApplicationScoped
class MeterSuspect implements MeterWatcher {
    private static final String KEY = "meter_suspect";

    private final AlertRepository repository;
    private final Alerts alerts;

    @Inject
    MeterSuspect(AlertRepository repository, Alerts alerts) {
        this.repository = repository;
        this.alerts = alerts;
    }

    @Override
    public Uni<Void> suspect(UnitOfWork unit, List<String> machines) {
        return repository
                .latest(unit, machines, KEY)
                .map(latest ->
                        machines.stream().filter(id -> !isOpen(latest.get(id))).toList())
                .chain(calm -> InTurn.each(calm, id -> raise(unit, id)));
    }

    private static boolean isOpen(Alert latest) {
        return latest != null && latest.state != AlertState.RESOLVED;
    }

    private Uni<Void> raise(UnitOfWork unit, String id) {
        return unit.session()
                .find(Machine.class, id)
                .chain(machine -> alerts.raise(unit, machine, alert(), explanation(machine)))
                .replaceWithVoid();
    }

    private static Alert alert() {
        var alert = new Alert();
        alert.kind = AlertKind.METER_SUSPECT;
        alert.dedupeKey = KEY;
        alert.priority = Priority.HIGH;
        alert.maintenanceType = MaintenanceType.OTHER;
        alert.description = Messages.text(Locale.ENGLISH, KEY);
        alert.descriptionAr = Messages.text(Locale.forLanguageTag("ar"), KEY);
        return alert;
    }

    private static Explanation explanation(Machine machine) {
        return new Explanation(
                Messages.text(Locale.ENGLISH, "explain_meter_suspect", MeterBook.SUSPECT),
                Messages.text(Locale.forLanguageTag("ar"), "explain_meter_suspect", MeterBook.SUSPECT),
                KEY,
                "hours",
                machine.currentHours,
                machine.currentHoursAt,
                null,
                null,
                null,
                List.of());
    }

    @Override
    public Uni<Void> trusted(UnitOfWork unit, List<String> machines) {
        return InTurn.each(machines, id -> unit.session()
                .find(Machine.class, id)
                .chain(machine -> alerts.resolveByKey(unit, machine, KEY, Resolution.CONDITION_CLEARED, null)));
    }
}
