package org.quartermaster.equipment.offer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Offers as they are read. */
@ApplicationScoped
class OfferList {
    private static final List<SortKey> SORTS = List.of(
            SortKey.of("created_at", "o.created_at", "timestamptz"),
            SortKey.of("updated_at", "o.updated_at", "timestamptz"));
    private static final SortKey ID = SortKey.of("offer_id", "o.offer_id", "text");
    private static final String COLUMNS = """
            o.offer_id, o.vehicle_asset_id, o.vin, o.state, o.proposal, o.suggested_equipment_id, o.equipment_id,
            o.created_at, o.updated_at, o.version, jsonb_array_length(o.services) as service_count
            """;
    private static final String FROM = "equipment_offers o";

    private final TenantDatabase database;
    private final OfferJson json;

    @Inject
    OfferList(TenantDatabase database, OfferJson json) {
        this.database = database;
        this.json = json;
    }

    /** The newest first unless sorted otherwise. */
    Uni<Slice<OfferView>> find(Caller caller, Fields query) {
        var list = new ListQuery("offers", COLUMNS, FROM).words("o.state", query.words("state", OfferState.class));
        query.text("vehicle_asset_id", 1, 50).to(id -> list.where("o.vehicle_asset_id = ?", id));
        return list.page(query)
                .sort(query, SORTS, "-created_at", ID)
                .run(database, caller, query, row -> json.listed(OfferRepository.read(row)));
    }

    Uni<OfferDetail> get(Caller caller, String offerId) {
        return database.read(caller, "select o.* from " + FROM + " where o.offer_id = $1", offerId)
                .map(OfferRepository.NOT_FOUND::require)
                .map(OfferRepository::read)
                .map(json::detail);
    }
}
