package org.quartermaster.vehicle.image;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.vehicle.market.LotView;

/** Pictures of lots in the database. */
@ApplicationScoped
class Images {
    static final ProblemType NOT_FOUND = new ProblemType(404, "image_not_found");
    private static final String SHOWN = "cast(to_jsonb(i) as text) as image";
    private static final String LOCK = "select " + SHOWN + " from vehicle.images i where i.id = $1 for update";
    private static final String INSERT = """
        insert into vehicle.images as i (vin, lot_id, storage_key, source_url, seq, variant, width, height, bytes,
          content_hash)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning %s
        """.formatted(SHOWN);
    private static final String UPDATE = """
        update vehicle.images i
        set storage_key = $2, source_url = $3, seq = $4, variant = $5, width = $6, height = $7, bytes = $8,
          content_hash = $9, is_removed = $10
        where i.id = $1 returning %s
        """.formatted(SHOWN);
    private static final String REMOVE =
            "update vehicle.images i set is_removed = true where i.id = $1 returning " + SHOWN;

    private final DatabaseJson json;

    @Inject
    Images(DatabaseJson json) {
        this.json = json;
    }

    /** Gives the lot of a picture, or null. */
    static Query lotOf(Long id) {
        return Query.of("select lot_id from vehicle.images where id = $1", id);
    }

    Uni<StoredImage> lock(UnitOfWork unit, Long id) {
        return unit.run(LOCK, id).map(this::read);
    }

    Uni<StoredImage> insert(UnitOfWork unit, LotView lot, ImageInput input) {
        return unit.run(
                        INSERT,
                        lot.vin(),
                        lot.id(),
                        input.storageKey().value(),
                        input.sourceUrl().value(),
                        input.seq().value(),
                        input.variant().or(ImageInput.USUAL_VARIANT),
                        input.width().value(),
                        input.height().value(),
                        size(input.bytes().value()),
                        input.contentHash().value())
                .map(this::read);
    }

    static Long size(Integer bytes) {
        return bytes == null ? null : bytes.longValue();
    }

    Uni<StoredImage> update(UnitOfWork unit, StoredImage image) {
        return unit.run(
                        UPDATE,
                        image.id(),
                        image.storageKey(),
                        image.sourceUrl(),
                        image.seq(),
                        image.variant(),
                        image.width(),
                        image.height(),
                        image.bytes(),
                        image.contentHash(),
                        image.isRemoved())
                .map(this::read);
    }

    Uni<StoredImage> remove(UnitOfWork unit, Long id) {
        return unit.run(REMOVE, id).map(this::read);
    }

    private StoredImage read(RowSet<Row> rows) {
        return json.read(NOT_FOUND.require(rows).getString("image"), StoredImage.class);
    }
}
