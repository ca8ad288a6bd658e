package org.quartermaster.equipment.photo;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Rows;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** Photos and their bytes in the database; a photo is changed only under the lock of its machine. */
@ApplicationScoped
class PhotoRepository implements PanacheRepositoryBase<Photo, String> {
    static final ProblemType NOT_FOUND = new ProblemType(404, "photo_not_found");

    private static final Rows<Photo> ROWS = Rows.of(Photo.class, Photo::new);

    static Photo read(Row row) {
        return ROWS.read(row);
    }

    Uni<Long> countOfMachine(String equipmentId) {
        return count("equipmentId = ?1 and deletedAt is null and not ofFault", equipmentId);
    }

    Uni<Boolean> hasPrimary(String equipmentId) {
        return count("equipmentId = ?1 and deletedAt is null and isPrimary", equipmentId)
                .map(n -> n > 0);
    }

    /** Takes the first place from the photo that has it, at once, before another gets it. */
    Uni<Void> demote(UnitOfWork unit, String equipmentId) {
        return unit.session()
                .flush()
                .chain(() -> update(
                        "isPrimary = false, version = version + 1, updatedAt = ?1"
                                + " where equipmentId = ?2 and isPrimary and deletedAt is null",
                        unit.now(),
                        equipmentId))
                .replaceWithVoid();
    }

    /** Gives the first place to the oldest photo that is left, if any. */
    Uni<Void> promoteOldest(UnitOfWork unit, String equipmentId) {
        return find("equipmentId = ?1 and deletedAt is null and not ofFault order by createdAt, photoId", equipmentId)
                .page(0, 1)
                .firstResult()
                .onItem()
                .ifNotNull()
                .invoke(photo -> {
                    photo.isPrimary = true;
                    photo.version++;
                    photo.updatedAt = unit.now();
                })
                .replaceWithVoid();
    }

    /** Which machine to lock before the photo is read. */
    Uni<String> machineOf(UnitOfWork unit, String photoId) {
        return unit.session()
                .createQuery(
                        "select p.equipmentId from Photo p where p.photoId = ?1 and p.deletedAt is null", String.class)
                .setParameter(1, photoId)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> Problem.of(NOT_FOUND));
    }

    /** The photo itself, once its machine is locked. */
    Uni<Photo> present(String photoId) {
        return find("photoId = ?1 and deletedAt is null", photoId)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> Problem.of(NOT_FOUND));
    }

    Uni<Void> add(UnitOfWork unit, Photo photo, Picture picture) {
        return persist(photo)
                .chain(() -> unit.session().flush())
                .chain(() -> unit.session()
                        .createNativeQuery("""
                                insert into photo_blobs (tenant_id, photo_id, original, thumb) values (?1, ?2, ?3, ?4)
                                """)
                        .setParameter(1, photo.tenantId)
                        .setParameter(2, photo.photoId)
                        .setParameter(3, picture.original())
                        .setParameter(4, picture.thumb())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> dropBytes(UnitOfWork unit, String photoId) {
        return unit.session()
                .createNativeQuery("delete from photo_blobs where photo_id = ?1")
                .setParameter(1, photoId)
                .executeUpdate()
                .replaceWithVoid();
    }
}
