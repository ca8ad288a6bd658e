package org.quartermaster.vehicle.market;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** The lists of what belongs to one vehicle, the newest first; none of them shows what was removed. */
@ApplicationScoped
class VehiclePast {
    private static final String LOT = "cast(" + LotView.JSON + " as text) as row";
    private static final SortKey AUCTION =
            SortKey.nullable("auction_datetime_utc", "l.auction_datetime_utc", "timestamptz");
    private static final SortKey LOT_ID = SortKey.of("id", "l.id", "bigint");
    private static final SortKey SALE_DATE = SortKey.nullable("sale_date", "s.sale_date", "timestamptz");
    private static final SortKey SALE_ID = SortKey.of("id", "s.id", "bigint");

    /** The thumbnail that the feed names has no row of its own. */
    private static final String IMAGES = """
            (select id, vin, lot_id, seq, variant, storage_key, source_url, width, height, bytes,
               to_char(seq, 'FM0000000000') || ' ' || variant || ' ' || id as place
             from vehicle.images where is_removed = false
             union all
             select null, vin, id, 0, 'thumbnail', null, image_thumbnail_url, null, null, null,
               '0000000000 thumbnail lot ' || id
             from vehicle.lots where is_removed = false and image_thumbnail_url is not null) i\
            """;

    private static final SortKey IMAGE_LOT = SortKey.nullable("lot_id", "i.lot_id", "bigint");
    private static final SortKey IMAGE_PLACE = SortKey.of("place", "i.place", "text");

    private final TenantDatabase database;
    private final DatabaseJson json;

    @Inject
    VehiclePast(TenantDatabase database, DatabaseJson json) {
        this.database = database;
        this.json = json;
    }

    Uni<Slice<LotView>> lots(Caller caller, String vin, Fields query) {
        var list = new ListQuery("lots of vehicle", LOT, "vehicle.lots l")
                .where("l.vin = ? and l.is_removed = false", vin)
                .page(query)
                .chronological(AUCTION, LOT_ID, true);
        return run(list, caller, vin, query, LotView.class);
    }

    Uni<Slice<SaleEventView>> sales(Caller caller, String vin, Fields query) {
        var list = new ListQuery("sales of vehicle", "cast(to_jsonb(s) as text) as row", "vehicle.sale_events s")
                .where("s.vin = ?", vin)
                .page(query)
                .chronological(SALE_DATE, SALE_ID, true);
        return run(list, caller, vin, query, SaleEventView.class);
    }

    /** Those of the newest lot first, in their order there. */
    Uni<Slice<ImageView>> images(Caller caller, String vin, Fields query) {
        var list = new ListQuery("images of vehicle", "cast(to_jsonb(i) as text) as row", IMAGES)
                .where("i.vin = ?", vin)
                .page(query)
                .descending(IMAGE_LOT, IMAGE_PLACE);
        return run(list, caller, vin, query, ImageView.class);
    }

    private <T> Uni<Slice<T>> run(ListQuery list, Caller caller, String vin, Fields query, Class<T> view) {
        return list.run(database, caller, query, row -> read(row, view), VehiclePresence.of(vin))
                .map(VehiclePresence::require);
    }

    private <T> T read(Row row, Class<T> view) {
        return json.read(row.getString("row"), view);
    }
}
