package org.quartermaster.equipment.fault;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.quartermaster.equipment.alert.Alerts;
import org.quartermaster.equipment.alert.FaultAlert;
import org.quartermaster.equipment.alert.Resolution;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.equipment.photo.PhotoService;
import org.quartermaster.equipment.photo.Picture;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;

/** Takes reports of faults, and what becomes of them; each has an alert while it is not settled. */
@ApplicationScoped
public class FaultService {
    static final String ENTITY = "fault";
    private static final Duration SENT_TWICE = Duration.ofMinutes(10);
    private static final int NOTE = 2_000;

    private final MachineRepository machines;
    private final FaultRepository faults;
    private final PhotoService photos;
    private final Alerts alerts;

    @Inject
    FaultService(MachineRepository machines, FaultRepository faults, PhotoService photos, Alerts alerts) {
        this.machines = machines;
        this.faults = faults;
        this.photos = photos;
        this.alerts = alerts;
    }

    /** What became of a report: {@code isNew} is false where the client had sent it before. */
    public record Taken(FaultReport fault, boolean isNew) {}

    /**
     * Takes a report about a machine; one with a client's hash that came before within ten minutes counts once.
     *
     * @param fault what was said, and where it came from
     * @param picture may be null
     */
    public Uni<Taken> report(UnitOfWork unit, String equipmentId, FaultReport fault, Picture picture) {
        fault.equipmentId = equipmentId;
        return machines.lock(equipmentId).chain(machine -> sentBefore(unit, fault)
                .chain(before -> before == null
                        ? raise(unit, machine, fault, picture).replaceWith(() -> new Taken(fault, true))
                        : Uni.createFrom().item(new Taken(before, false))));
    }

    private Uni<FaultReport> sentBefore(UnitOfWork unit, FaultReport fault) {
        return fault.clientHash == null
                ? Uni.createFrom().nullItem()
                : faults.sentBefore(fault, unit.now().minus(SENT_TWICE));
    }

    private Uni<Void> raise(UnitOfWork unit, Machine machine, FaultReport fault, Picture picture) {
        fault.tenantId = machine.tenantId;
        fault.faultId = Ids.next(ENTITY);
        fault.createdAt = unit.now();
        fault.updatedAt = unit.now();
        var photo = picture == null ? Uni.createFrom().<String>nullItem() : photos.addOfFault(unit, machine, picture);
        return photo.invoke(id -> fault.photoId = id)
                .chain(() -> faults.persist(fault))
                .chain(() -> unit.session().flush())
                .invoke(() -> unit.changed(Change.of(ENTITY, fault.faultId, "reported", FaultView.of(fault), null)))
                .chain(() -> alerts.raiseForFault(
                        unit, machine, new FaultAlert(fault.faultId, fault.title, fault.description, fault.severity)));
    }

    /** Status and note; a step back is 409. */
    Uni<Answer> update(UnitOfWork unit, String faultId, String ifMatch, Fields fields) {
        return faults.lockMachine(unit, faultId).chain(machine -> faults.findById(faultId)
                .call(fault -> change(unit, machine, fault, ifMatch, fields))
                .map(FaultView::of)
                .map(Answer::ok));
    }

    private Uni<Void> change(UnitOfWork unit, Machine machine, FaultReport fault, String ifMatch, Fields fields) {
        ETags.requireMatch(ifMatch, fault.version);
        var before = FaultView.of(fault);
        fields.require("status");
        var status = fields.word("status", FaultStatus.class).or(fault.status);
        fields.text("note", 0, NOTE).to(note -> fault.note = note);
        fields.checkStrictly();
        if (!fault.status.canBecome(status)) {
            throw Problem.of(ProblemType.INVALID_TRANSITION, Words.of(fault.status));
        }
        settle(unit, fault, status);
        if (FaultView.of(fault).equals(before)) {
            return Uni.createFrom().voidItem();
        }
        note(unit, fault, before);
        return status.isSettled()
                ? alerts.resolveByKey(unit, machine, FaultAlert.key(fault.faultId), Resolution.FAULT_RESOLVED, null)
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    static void settle(UnitOfWork unit, FaultReport fault, FaultStatus status) {
        fault.status = status;
        if (status.isSettled() && fault.resolvedAt == null) {
            fault.resolvedAt = unit.now();
        }
    }

    static void note(UnitOfWork unit, FaultReport fault, FaultView before) {
        fault.version++;
        fault.updatedAt = unit.now();
        unit.changed(new Change(
                ENTITY,
                fault.faultId,
                "updated",
                FaultView.of(fault),
                before,
                Map.of("previous", Map.of("status", before.status()))));
    }
}
