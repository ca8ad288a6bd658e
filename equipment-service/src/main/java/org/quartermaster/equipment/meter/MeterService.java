package org.quartermaster.equipment.meter;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.equipment.plan.PlanEvaluation;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.rest.Answer;

/** Replaces and corrects meters: the machine's total goes on or is set right, and its plans are staged anew. */
@ApplicationScoped
class MeterService {
    private static final int KM_SCALE = 1;
    private static final int HOURS_SCALE = 2;

    private final MachineRepository machines;
    private final MeterRepository meters;
    private final PlanEvaluation plans;
    private final List<MeterWatcher> watchers;

    @Inject
    MeterService(
            MachineRepository machines,
            MeterRepository meters,
            PlanEvaluation plans,
            @All List<MeterWatcher> watchers) {
        this.machines = machines;
        this.meters = meters;
        this.plans = plans;
        this.watchers = watchers;
    }

    Uni<Answer> change(UnitOfWork unit, String equipmentId, MeterKind kind, MeterChange change) {
        return machines.lock(equipmentId)
                .chain(machine -> meters.open(equipmentId, kind).chain(old -> change(unit, machine, old, change)));
    }

    private Uni<Answer> change(UnitOfWork unit, Machine machine, Meter old, MeterChange change) {
        var before = old.total(old.lastReading);
        var meter = change.apply(old, unit.now());
        show(machine, meter);
        // Written before the new one, as a machine has one open meter of a kind.
        return unit.session()
                .flush()
                .chain(() -> meters.persist(meter))
                .chain(() -> unit.session().flush())
                .chain(() -> plans.evaluate(unit, machine))
                .chain(() -> trust(unit, machine, meter))
                .invoke(() -> tell(unit, old, meter, before, change))
                .replaceWith(() -> Answer.ok(MeterView.of(meter), null));
    }

    private static void show(Machine machine, Meter meter) {
        var total = meter.total(meter.lastReading);
        if (meter.kind == MeterKind.KM) {
            machine.currentKm = total.setScale(KM_SCALE, RoundingMode.HALF_UP);
        } else {
            machine.currentHours = total.setScale(HOURS_SCALE, RoundingMode.HALF_UP);
            machine.currentHoursAt = meter.installedAt;
        }
    }

    private Uni<Void> trust(UnitOfWork unit, Machine machine, Meter meter) {
        return meter.kind == MeterKind.KM
                ? Uni.createFrom().voidItem()
                : InTurn.each(watchers, watcher -> watcher.trusted(unit, List.of(machine.equipmentId)));
    }

    private static void tell(UnitOfWork unit, Meter old, Meter meter, BigDecimal before, MeterChange change) {
        var extra = new LinkedHashMap<String, Object>();
        extra.put("previous", Map.of("meter_id", old.meterId));
        extra.put("total_before", before);
        extra.put("total_after", meter.total(meter.lastReading));
        var verb = change.kind() == MeterReason.REPLACEMENT ? "replaced" : "corrected";
        unit.changed(new Change("meter", meter.meterId, verb, MeterView.of(meter), null, extra));
    }
}
