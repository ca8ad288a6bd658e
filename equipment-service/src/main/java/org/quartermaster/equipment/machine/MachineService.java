package org.quartermaster.equipment.machine;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.quartermaster.equipment.reading.Sample;
import org.quartermaster.equipment.reading.SampleFields;
import org.quartermaster.equipment.reading.Source;
import org.quartermaster.equipment.reference.MachineStatus;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Changes of machines: each touches the register, the status history and, for current values, the readings. */
@ApplicationScoped
class MachineService {
    static final String ENTITY = "equipment";
    private static final int QR_LENGTH = 22;

    private final MachineRepository machines;
    private final StatusHistory history;
    private final Readings readings;
    private final MachineFollower follower;

    @Inject
    MachineService(MachineRepository machines, StatusHistory history, Readings readings, MachineFollower follower) {
        this.machines = machines;
        this.history = history;
        this.readings = readings;
        this.follower = follower;
    }

    Uni<Answer> create(UnitOfWork unit, Fields fields) {
        return register(unit, blank(unit.caller(), unit.now()), fields)
                .map(MachineView::of)
                .map(view -> Answer.created(view, "/api/v1/equipment/" + view.equipmentId()));
    }

    /** Registers the blank machine with what the fields say of it. */
    Uni<Machine> register(UnitOfWork unit, Machine machine, Fields fields) {
        fields.require("name", "equipment_type");
        MachineFields.apply(fields, machine);
        MachineFields.qrCode(fields, machine);
        var sample = SampleFields.ofRegister(fields, Source.MANUAL);
        var next = NextMaintenance.read(fields);
        fields.check();
        ensureQrCode(machine);
        var reports = sample.isEmpty() ? List.<Readings.Report>of() : List.of(new Readings.Report(machine, sample));
        var first = readings.first(unit, reports);
        return machines.persist(machine)
                .chain(() -> history.open(unit, machine, null))
                .chain(first::get)
                .chain(() -> scheduled(unit, machine, next))
                .chain(() -> machines.derive(unit, machine))
                .invoke(() -> unit.changed(Change.created(ENTITY, machine.equipmentId, MachineView.of(machine))));
    }

    /** Takes the fields over into a machine that is locked and derived, and is the vehicle from then on. */
    Uni<Machine> fill(UnitOfWork unit, Machine machine, Fields fields, String assetId) {
        var before = MachineView.of(machine);
        machine.vehicleAssetId = assetId;
        MachineFields.apply(fields, machine);
        var sample = SampleFields.ofRegister(fields, Source.MANUAL);
        fields.check();
        return manual(unit, machine, sample)
                .chain(() -> saved(unit, machine, before, null))
                .replaceWith(machine);
    }

    static Machine blank(Caller caller, Instant now) {
        var machine = new Machine();
        machine.equipmentId = Ids.next("eq");
        machine.tenantId = caller.tenant();
        machine.createdAt = now;
        machine.updatedAt = now;
        return machine;
    }

    static void ensureQrCode(Machine machine) {
        if (machine.qrCode == null) {
            machine.qrCode = "QR_" + Ids.random(QR_LENGTH);
        }
    }

    /** PUT and PATCH; {@code ifMatch} may be null. */
    Uni<Answer> update(UnitOfWork unit, String id, String ifMatch, Fields fields, boolean strict) {
        return locked(unit, id).chain(machine -> {
            ETags.requireMatch(ifMatch, machine.version);
            var before = MachineView.of(machine);
            MachineFields.apply(fields, machine);
            if (strict) {
                fields.require("name", "equipment_type", "status");
                MachineFields.qrCode(fields, machine);
            }
            var sample = SampleFields.ofRegister(fields, Source.MANUAL);
            var next = NextMaintenance.read(fields);
            if (strict) {
                fields.checkStrictly();
            }
            fields.check();
            return manual(unit, machine, sample)
                    .chain(() -> scheduled(unit, machine, next))
                    .chain(() -> renamed(unit, machine, before))
                    .chain(() -> saved(unit, machine, before, null));
        });
    }

    Uni<Void> renamed(UnitOfWork unit, Machine machine, MachineView before) {
        return machine.name.equals(before.name()) ? Uni.createFrom().voidItem() : follower.renamed(unit, machine);
    }

    Uni<Void> scheduled(UnitOfWork unit, Machine machine, NextMaintenance next) {
        return next.isGiven()
                ? follower.scheduled(unit, machine, next)
                : Uni.createFrom().voidItem();
    }

    Uni<Answer> setStatus(UnitOfWork unit, String id, MachineStatus status, String reason) {
        return locked(unit, id).chain(machine -> {
            var before = MachineView.of(machine);
            machine.status = status;
            return saved(unit, machine, before, reason);
        });
    }

    /** A reading that a person or a device reports; register data stays as it is, so there is no register event. */
    Uni<Answer> report(UnitOfWork unit, String id, Sample sample, String locationName) {
        return locked(unit, id).chain(machine -> {
            var before = MachineView.of(machine);
            if (locationName != null) {
                machine.locationName = locationName;
            }
            return readings.take(unit, machine, sample).chain(() -> saved(unit, machine, before, null));
        });
    }

    Uni<Answer> delete(UnitOfWork unit, String id, String ifMatch, DeleteReason reason) {
        return locked(unit, id).chain(machine -> {
            ETags.requireMatch(ifMatch, machine.version);
            var before = MachineView.of(machine);
            machine.deletedAt = unit.now();
            machine.deletedBy = unit.caller().subject();
            machine.deleteReason = reason;
            return follower.deleted(unit, machine)
                    .chain(() -> changed(unit, machine, before, "deleted", Map.of("reason", reason)))
                    .replaceWith(Answer.empty());
        });
    }

    Uni<Answer> restore(UnitOfWork unit, String id) {
        return machines.lockAny(id)
                .chain(machine -> machines.derive(unit, machine))
                .chain(machine -> {
                    var before = MachineView.of(machine);
                    if (machine.deletedAt == null) {
                        return answer(unit, machine);
                    }
                    machine.deletedAt = null;
                    machine.deletedBy = null;
                    machine.deleteReason = null;
                    return follower.restored(unit, machine)
                            .chain(() -> changed(unit, machine, before, "restored", Map.of()));
                });
    }

    Uni<Void> manual(UnitOfWork unit, Machine machine, Sample sample) {
        return sample.isEmpty() ? Uni.createFrom().voidItem() : readings.takeTotals(unit, machine, sample);
    }

    /**
     * Ends a change: a new status turns the history; only changed register data counts a version and gives an event.
     */
    private Uni<Answer> saved(UnitOfWork unit, Machine machine, MachineView before, String reason) {
        if (machine.status != before.status()) {
            var extra = reason == null
                    ? Map.<String, Object>of("previous", Map.of("status", before.status()))
                    : Map.<String, Object>of("previous", Map.of("status", before.status()), "reason", reason);
            return history.turn(unit, machine, reason)
                    .chain(() -> changed(unit, machine, before, "status_changed", extra));
        }
        return Register.differs(before, machine)
                ? changed(unit, machine, before, "updated", Map.of())
                : answer(unit, machine);
    }

    private Uni<Answer> changed(
            UnitOfWork unit, Machine machine, MachineView before, String verb, Map<String, Object> extra) {
        machine.version++;
        machine.updatedAt = unit.now();
        return machines.derive(unit, machine)
                .invoke(() -> unit.changed(
                        new Change(ENTITY, machine.equipmentId, verb, MachineView.of(machine), before, extra)))
                .map(MachineView::of)
                .map(Answer::ok);
    }

    private Uni<Answer> answer(UnitOfWork unit, Machine machine) {
        return machines.derive(unit, machine).map(MachineView::of).map(Answer::ok);
    }

    /** NB: derived at once, or the event would name alerts and due points as changed. */
    private Uni<Machine> locked(UnitOfWork unit, String id) {
        return machines.lock(id).chain(machine -> machines.derive(unit, machine));
    }
}
