package org.quartermaster.vehicle.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.vehicle.asset.AssetRepository;

/** Transfer requests as they are read: those that the tenant gives, and those that it takes. */
@ApplicationScoped
class TransferList {
    private static final SortKey REQUESTED = SortKey.of("requested_at", "t.requested_at", "timestamptz");
    private static final SortKey ID = SortKey.of("id", "t.id", "uuid");
    /** NB: the policies let nobody but the taker see it. */
    private static final String VIN_HOLDER = """
        case when t.status = 'pending' and t.expires_at > now() then (
          select a.id from vehicle.assets a
          where a.tenant_id = t.target_tenant_id and a.data_status <> 'archived'
            and a.vin_normalized = vehicle.asset_of_transfer(t.id) ->> 'vin') end as vin_holder
        """;

    private static final String COLUMNS =
            "t.*, " + VIN_HOLDER + ", " + SharedAsset.SQL.formatted("t.id") + " as shared_asset";
    private static final String FROM = "vehicle.vehicle_transfer_requests t";

    /** One whose time is up counts as expired, also before the worker has come by. */
    private static final String STATUS =
            "case when t.status = 'pending' and t.expires_at <= now() then 'expired' else t.status end";

    private final TenantDatabase database;
    private final DatabaseJson json;

    @Inject
    TransferList(TenantDatabase database, DatabaseJson json) {
        this.database = database;
        this.json = json;
    }

    /** The newest first. */
    Uni<Slice<TransferView>> find(Caller caller, Fields query) {
        var list = list(query);
        query.word("direction", Direction.class).to(direction -> direct(list, direction, caller.tenant()));
        query.uuid("asset_id").to(asset -> list.where("t.asset_id = ?", asset));
        return list.run(database, caller, query, this::view);
    }

    /** Those of one asset of the tenant. */
    Uni<Slice<TransferView>> ofAsset(Caller caller, UUID asset, Fields query) {
        return list(query)
                .where("t.asset_id = ?", asset)
                .within(AssetRepository.presence(asset), AssetRepository.NOT_FOUND)
                .run(database, caller, query, this::view);
    }

    private static ListQuery list(Fields query) {
        return new ListQuery("transfer-requests", COLUMNS, FROM)
                .words(STATUS, query.words("status", TransferStatus.class))
                .page(query)
                .chronological(REQUESTED, ID, true);
    }

    private static void direct(ListQuery list, Direction direction, String tenant) {
        switch (direction) {
            case INCOMING -> list.where("t.target_tenant_id = ?", tenant);
            case OUTGOING -> list.where("t.tenant_id = ? and t.kind = 'handover'", tenant);
            case INTERNAL -> list.where("t.tenant_id = ? and t.kind = 'internal'", tenant);
        }
    }

    Uni<TransferView> get(Caller caller, UUID id) {
        return database.read(caller, "select " + COLUMNS + " from " + FROM + " where t.id = $1", id)
                .map(Refusal.NOT_FOUND::require)
                .map(this::view);
    }

    private TransferView view(Row row) {
        var asset = json.read(row.getString("shared_asset"), SharedAsset.class);
        return TransferView.of(TransferRepository.read(row), asset, row.getUUID("vin_holder"), Instant.now());
    }
}
