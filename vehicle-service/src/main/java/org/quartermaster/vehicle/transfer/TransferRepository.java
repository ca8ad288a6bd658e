package org.quartermaster.vehicle.transfer;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.Rows;
import org.quartermaster.platform.problem.Problem;

/** Transfer requests in the database. */
@ApplicationScoped
class TransferRepository implements PanacheRepositoryBase<TransferRequest, UUID> {
    private static final Rows<TransferRequest> ROWS = Rows.of(TransferRequest.class, TransferRequest::new);

    private final DatabaseJson json;

    @Inject
    TransferRepository(DatabaseJson json) {
        this.json = json;
    }

    static TransferRequest read(Row row) {
        return ROWS.read(row);
    }

    /** Locks a request that the tenant gives or takes; 404 for any other. */
    Uni<Held> lock(UnitOfWork unit, UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.of(Refusal.NOT_FOUND))
                .chain(request -> asset(unit, request).map(asset -> Held.of(request, asset)));
    }

    Uni<SharedAsset> asset(UnitOfWork unit, TransferRequest request) {
        return unit.run("select " + SharedAsset.SQL.formatted("$1"), request.id)
                .map(rows -> json.read(rows.iterator().next().getString(0), SharedAsset.class));
    }

    /** A request that waits for an answer, and whether its time is up. */
    record Waiting(UUID id, boolean isDue) {
        static Waiting of(Row row) {
            return new Waiting(row.getUUID("id"), row.getBoolean("is_due"));
        }
    }

    /** The request that waits for an answer, or null. */
    Uni<Waiting> open(UnitOfWork unit, UUID assetId) {
        return unit.run("""
                        select id, expires_at <= $3 as is_due from vehicle.vehicle_transfer_requests
                        where tenant_id = $1 and asset_id = $2 and status = 'pending'
                        """, unit.caller().tenant(), assetId, Columns.time(unit.now()))
                .map(rows ->
                        rows.size() == 0 ? null : Waiting.of(rows.iterator().next()));
    }
}
