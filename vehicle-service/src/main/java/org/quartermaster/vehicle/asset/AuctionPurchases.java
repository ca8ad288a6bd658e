package org.quartermaster.vehicle.asset;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.vehicle.asset.Origin.Source;

/**
 * What a tenant bought at an auction becomes an asset of it. NB: a recorded sale comes here by the system role, which
 * sees every tenant, hence each statement names its own.
 */
@ApplicationScoped
public class AuctionPurchases {
    private static final String LIVE = """
        select id from vehicle.assets where tenant_id = $1 and vin_normalized = $2 and data_status <> 'archived'
        """;

    private final AssetRegister register;

    @Inject
    AuctionPurchases(AssetRegister register) {
        this.register = register;
    }

    /** A lot that exists, and for how much and when it was bought; price and currency may be null. */
    public record Purchase(long lotId, BigDecimal price, String currency, Instant at) {
        private Origin origin() {
            return new Origin(Source.LOT, Long.toString(lotId));
        }
    }

    /** Enters a draft with the lot's data in the unit's tenant; a live asset with the VIN is linked to the lot instead. */
    public Uni<Void> enter(UnitOfWork unit, Purchase purchase) {
        return unit.run(MarketData.LOT, purchase.lotId())
                .map(rows -> rows.iterator().next())
                .chain(lot -> live(unit, lot.getString("vin"))
                        .chain(asset -> asset == null ? draft(unit, purchase, lot) : link(unit, purchase, asset)))
                .replaceWithVoid();
    }

    private static Uni<UUID> live(UnitOfWork unit, String vin) {
        var tenant = unit.caller().tenant();
        return unit.runAll(List.of(AssetChecks.lock(tenant, vin), Query.of(LIVE, tenant, vin)))
                .map(results -> AssetRegister.first(results.get(1)));
    }

    private Uni<AssetView> draft(UnitOfWork unit, Purchase purchase, Row lot) {
        var asset = MarketData.bought(unit, purchase.lotId(), lot);
        asset.purchasePrice = purchase.price();
        asset.purchaseCurrency = purchase.currency();
        asset.acquiredAt = purchase.at();
        return register.enter(unit, asset, purchase.origin());
    }

    private Uni<AssetView> link(UnitOfWork unit, Purchase purchase, UUID id) {
        return register.lockLive(id)
                .chain(asset -> register.ready(unit, asset, new Asset()))
                .invoke(held -> held.asset().acquiredLotId = purchase.lotId())
                .chain(held -> register.save(unit, held, "updated", purchase.origin(), null));
    }
}
