package org.quartermaster.equipment.photo;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.equipment.machine.MachinePresence;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Photos as they are read. */
@ApplicationScoped
public class PhotoList {
    private static final SortKey RANK = SortKey.of("rank", "(not p.is_primary)", "boolean");
    private static final SortKey CREATED = SortKey.of("created_at", "p.created_at", "timestamptz");
    private static final SortKey ID = SortKey.of("photo_id", "p.photo_id", "text");
    private static final int USUAL_LIMIT = 50;
    private static final int MAX_LIMIT = 100;
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
    Uni<Page<PhotoView>> find(Caller caller, String equipmentId, Fields query) {
        var machine = MachinePresence.read(caller, query, equipmentId);
        var list = new ListQuery("photos", "p.*", "equipment_photos p")
                .where("p.equipment_id = ?", equipmentId)
                .where("p.deleted_at is null and not p.of_fault")
                .page(query, USUAL_LIMIT, MAX_LIMIT)
                .order(List.of(RANK, CREATED), ID);
        return list.run(database, caller, query, row -> PhotoView.of(PhotoRepository.read(row)), machine.query())
                .invoke(page -> MachinePresence.require(page.extras().get(0)));
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
                .map(PhotoList::one)
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
                .map(PhotoList::one)
                .map(row -> {
                    var photo = PhotoRepository.read(row);
                    return new ShownPicture(
                            size == PhotoSize.THUMB ? "image/jpeg" : photo.contentType,
                            row.getBuffer("content").getBytes(),
                            ShownPicture.tag(photo, size));
                });
    }

    private static Row one(RowSet<Row> found) {
        if (found.size() == 0) {
            throw Problem.of(PhotoRepository.NOT_FOUND);
        }
        return found.iterator().next();
    }
}
