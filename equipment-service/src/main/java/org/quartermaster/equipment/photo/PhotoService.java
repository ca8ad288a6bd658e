package org.quartermaster.equipment.photo;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.equipment.machine.AuditTrail;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;

/**
 * Adds, changes and deletes photos. A machine with photos has one primary photo unless somebody took that place away:
 * the first becomes it, and a deleted one hands it on to the oldest that is left.
 * NB: {@code primary_photo_url} is derived, like {@code open_alerts}: it moves the machine's ETag, but neither its
 * version nor an event of it, so that a photo sent while a form is open does not make the form stale.
 */
@ApplicationScoped
public class PhotoService {
    private static final ProblemType TOO_MANY = new ProblemType(409, "too_many_photos");
    private static final int MAX_OF_MACHINE = 20;
    private static final String ENTITY = "photo";

    private final MachineRepository machines;
    private final PhotoRepository photos;
    private final AuditTrail audit;

    @Inject
    PhotoService(MachineRepository machines, PhotoRepository photos, AuditTrail audit) {
        this.machines = machines;
        this.photos = photos;
        this.audit = audit;
    }

    Uni<Answer> add(UnitOfWork unit, String equipmentId, Photo photo, Picture picture) {
        return machines.lock(equipmentId)
                .call(() -> requirePlace(equipmentId))
                .call(() -> place(unit, equipmentId, photo))
                .chain(machine -> store(unit, machine, photo, picture))
                .map(ignored -> PhotoView.of(photo))
                .map(view -> Answer.created(view, view.url()));
    }

    /** Stores the picture of a fault report, which is not one of the machine's; the id of the photo. */
    public Uni<String> addOfFault(UnitOfWork unit, Machine machine, Picture picture) {
        var photo = new Photo();
        photo.ofFault = true;
        return store(unit, machine, photo, picture).map(ignored -> photo.photoId);
    }

    private Uni<Void> requirePlace(String equipmentId) {
        return photos.countOfMachine(equipmentId)
                .invoke(n -> {
                    if (n >= MAX_OF_MACHINE) {
                        throw Problem.of(TOO_MANY, MAX_OF_MACHINE);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> place(UnitOfWork unit, String equipmentId, Photo photo) {
        if (photo.isPrimary) {
            return photos.demote(unit, equipmentId);
        }
        return photos.hasPrimary(equipmentId)
                .invoke(taken -> photo.isPrimary = !taken)
                .replaceWithVoid();
    }

    private Uni<Void> store(UnitOfWork unit, Machine machine, Photo photo, Picture picture) {
        photo.tenantId = machine.tenantId;
        photo.photoId = Ids.next(ENTITY);
        photo.equipmentId = machine.equipmentId;
        photo.contentType = picture.contentType();
        photo.bytes = picture.original().length;
        photo.width = picture.width();
        photo.height = picture.height();
        photo.sha256 = picture.sha256();
        photo.createdAt = unit.now();
        photo.updatedAt = unit.now();
        return photos.add(unit, photo, picture).chain(() -> audit.add(unit, machine, ENTITY, photo.photoId, "created"));
    }

    Uni<Answer> update(UnitOfWork unit, String photoId, String ifMatch, Fields fields) {
        return photos.machineOf(unit, photoId).chain(machines::lock).chain(machine -> photos.present(photoId)
                .call(photo -> change(unit, machine, photo, ifMatch, fields))
                .map(PhotoView::of)
                .map(Answer::ok));
    }

    private Uni<Void> change(UnitOfWork unit, Machine machine, Photo photo, String ifMatch, Fields fields) {
        ETags.requireMatch(ifMatch, photo.version);
        var before = PhotoView.of(photo);
        fields.require("is_primary");
        PhotoFields.apply(fields, photo);
        if (photo.isPrimary && photo.ofFault) {
            fields.error("is_primary", "photo_of_fault");
        }
        fields.checkStrictly();
        if (PhotoView.of(photo).equals(before)) {
            return Uni.createFrom().voidItem();
        }
        var rises = photo.isPrimary && !before.isPrimary();
        photo.isPrimary = photo.isPrimary && !rises;
        return (rises
                        ? photos.demote(unit, photo.equipmentId)
                        : Uni.createFrom().voidItem())
                .invoke(() -> {
                    photo.isPrimary = photo.isPrimary || rises;
                    photo.version++;
                    photo.updatedAt = unit.now();
                })
                .chain(() -> audit.add(unit, machine, ENTITY, photo.photoId, "updated"));
    }

    /** The row stays for the audit trail; the picture itself is gone for good. */
    Uni<Answer> delete(UnitOfWork unit, String photoId, String ifMatch) {
        return photos.machineOf(unit, photoId).chain(machines::lock).chain(machine -> photos.present(photoId)
                .chain(photo -> {
                    ETags.requireMatch(ifMatch, photo.version);
                    var wasPrimary = photo.isPrimary;
                    photo.isPrimary = false;
                    photo.deletedAt = unit.now();
                    photo.version++;
                    return photos.dropBytes(unit, photoId)
                            .chain(() -> unit.session().flush())
                            .chain(() -> wasPrimary
                                    ? photos.promoteOldest(unit, photo.equipmentId)
                                    : Uni.createFrom().voidItem())
                            .chain(() -> audit.add(unit, machine, ENTITY, photoId, "deleted"));
                })
                .replaceWith(Answer.empty()));
    }
}
