package org.quartermaster.vehicle.market;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.quartermaster.vehicle.vin.Verdict;

/**
 * All that is known of a VIN at a glance.
 *
 * @param vinWarning whether a lot's damage puts the VIN itself in doubt
 * @param lots the newest, at most 20, of {@code lotsTotal}
 * @param ownedAssets live assets of the caller's tenant with this VIN
 * @param asOf time of the newest snapshot of any feed, or null
 */
record VehicleCard(
        VehicleView vehicle,
        Verdict verdict,
        boolean vinWarning,
        LotView currentLot,
        List<LotView> lots,
        long lotsTotal,
        List<ImageView> images,
        List<SaleEventView> saleEvents,
        List<OwnedAsset> ownedAssets,
        Instant asOf) {

    /** An asset of the caller. */
    record OwnedAsset(UUID id, String dataStatus) {}

    /** What the database says of the VIN, in one answer. */
    record Facts(
            boolean removed,
            VehicleView vehicle,
            List<LotView> lots,
            long lotsTotal,
            List<ImageView> images,
            List<SaleEventView> saleEvents,
            List<OwnedAsset> ownedAssets,
            Instant asOf) {}

    static VehicleCard of(Facts facts, Verdict verdict) {
        var lots = facts.lots();
        return new VehicleCard(
                facts.vehicle(),
                verdict,
                lots.stream().anyMatch(LotView::warnsOfVin),
                lots.isEmpty() ? null : lots.get(0),
                lots,
                facts.lotsTotal(),
                facts.images(),
                facts.saleEvents(),
                facts.ownedAssets(),
                facts.asOf());
    }
}
