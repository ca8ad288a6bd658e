package org.quartermaster.vehicle.asset;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** Assets in the database. */
@ApplicationScoped
public class AssetRepository implements PanacheRepositoryBase<Asset, UUID> {
    public static final ProblemType NOT_FOUND = new ProblemType(404, "asset_not_found");

    /** The request that waits for an answer on an asset, as an expression; one whose time is up waits no more. */
    static final String OPEN_TRANSFER_ID = """
        (select t.id from vehicle.vehicle_transfer_requests t
          where t.asset_id = %s and t.status = 'pending' and t.expires_at > now()) as open_transfer_id
        """;

    static final String SELECT = "a.*, " + OPEN_TRANSFER_ID.formatted("a.id");
    static final String FROM = "vehicle.assets a";

    /** 404 for a text that is no id. */
    public static UUID id(String text) {
        return Ids.parse(text).orElseThrow(() -> Problem.of(NOT_FOUND));
    }

    static Query one(UUID id) {
        return Query.of("select " + SELECT + " from " + FROM + " where a.id = $1", id);
    }

    /** What rows of an asset's own list belong to. */
    public static Query presence(UUID id) {
        return Query.of("select 1 from vehicle.assets where id = $1", id);
    }

    /** Locks an asset, so that its changes and their events stand in one order. */
    public Uni<Asset> lock(UUID id) {
        return find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> Problem.of(NOT_FOUND));
    }
}
