package org.quartermaster.catalog.reservation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.catalog.inventory.StockFields;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Reservations as they are read. */
@ApplicationScoped
class ReservationList {
    private static final SortKey ID = SortKey.of("id", "r.id", "bigint");
    private static final List<SortKey> SORTS = List.of(
            ID,
            SortKey.of("expires_at", "r.expires_at", "timestamptz"),
            SortKey.of("created_at", "r.created_at", "timestamptz"));
    private static final String OF_PRODUCT = """
            exists (select from catalog.stockreservationline x
              where x.tenant_id = r.tenant_id and x.reservation_id = r.id and x.product_id = ?)\
            """;

    private final TenantDatabase database;
    private final ReservationTable table;

    @Inject
    ReservationList(TenantDatabase database, ReservationTable table) {
        this.database = database;
        this.table = table;
    }

    /** The newest first unless sorted otherwise. */
    Uni<Slice<ReservationView>> find(Caller caller, Fields query) {
        var list = new ListQuery("reservations", ReservationTable.COLUMNS, "catalog.stockreservation r")
                .where("r.tenant_id = ?", caller.tenant())
                .words("r.state", query.words("state", ReservationState.class));
        var product = StockFields.id(query, "product_id");
        if (product != null) {
            list.where(OF_PRODUCT, product);
        }
        var quotation = StockFields.id(query, "quotation_id");
        if (quotation != null) {
            list.where("r.quotation_id = ?", quotation);
        }
        query.text("reference", 1, 300).to(reference -> list.where("r.reference = ?", reference));
        return list.page(query).sort(query, SORTS, "-id", ID).run(database, caller, query, table::view);
    }

    Uni<ReservationView> get(Caller caller, long id) {
        return database.read(caller, ReservationTable.ONE, caller.tenant(), id)
                .map(ReservationTable.NOT_FOUND::require)
                .map(table::view);
    }
}
