package org.quartermaster.equipment.photo;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.equipment.machine.MachinePresence;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Photos as they are read. */
@ApplicationScoped
public class PhotoList {
    private static final SortKey RANK = SortKey.of("rank", "(not p.is_primary)", "boolean");
    private static final SortKey CREATED = SortKey.of("created_at", "p.created_at", "timestamptz");
    private static final SortKey ID = SortKey.of("photo_id", "p.photo_id", "text");
    private static final String PRESENT = """
            from equipment_photos p
            join equipment e on e.tenant_id = p.tenant_id and e.equipment_id = p.equipment_id
            join photo_blobs b on b.tenant_id = p.tenant_id and b.photo_id = p.photo_id
            where p.photo_id = $1 and p.deleted_at is null and e.deleted_at is null
            """;

    private final TenantDatabase database;

    @Inject
    PhotoList(TenantDatabase database) {
        this.database = database;
    }

    /** The photos of a machine, the primary one first, then the oldest. */
    Uni<Slice<PhotoView>> find(Caller caller, String equipmentId, Fields query) {
        var machine = MachinePresence.read(caller, query, equipmentId);
        return new ListQuery("photos", "p.*", "equipment_photos p")
                .where("p.equipment_id = ?", equipmentId)
                .where("p.deleted_at is null and not p.of_fault")
                .within(machine.query(), MachineRepository.NOT_FOUND)
                .page(query)
                .order(List.of(RANK, CREATED), ID)
                .run(database, caller, query, row -> PhotoView.of(PhotoRepository.read(row)));
    }

    /** The small picture of a photo, or only its tag when the client has it. */
    public Uni<ShownPicture> thumb(Caller caller, String photoId, String ifNoneMatch) {
        return show(caller, photoId, PhotoSize.THUMB, ifNoneMatch);
    }

    /** The bytes of a photo, which are not read when the client has them. */
    Uni<ShownPicture> show(Caller caller, String photoId, PhotoSize size, String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return content(caller, photoId, size);
        }
        return database.read(caller, "select p.* " + PRESENT, photoId)
                .map(PhotoRepository.NOT_FOUND::require)
                .chain(row -> {
                    var tag = ShownPicture.tag(PhotoRepository.read(row), size);
                    return ETags.unchanged(ifNoneMatch, tag)
                            ? Uni.createFrom().item(new ShownPicture(null, null, tag))
                            : content(caller, photoId, size);
                });
    }

    private Uni<ShownPicture> content(Caller caller, String photoId, PhotoSize size) {
        var bytes = size == PhotoSize.THUMB ? "b.thumb" : "b.original";
        return database.read(caller, "select p.*, " + bytes + " as content " + PRESENT, photoId)
                .map(PhotoRepository.NOT_FOUND::require)
                .map(row -> {
                    var photo = PhotoRepository.read(row);
                    return new ShownPicture(
                            size == PhotoSize.THUMB ? "image/jpeg" : photo.contentType,
                            row.getBuffer("content").getBytes(),
                            ShownPicture.tag(photo, size));
                });
    }
}
