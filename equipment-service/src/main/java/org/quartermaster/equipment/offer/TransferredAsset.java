package org.quartermaster.equipment.offer;

import java.util.List;
import java.util.Objects;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.maintenance.PastService;
import org.quartermaster.platform.consumer.EventConsumer.Event;

/**
 * What is read of a vehicle that changed its owner.
 *
 * @param assetId its id in the giver's tenant
 * @param newAssetId its id in the taker's
 */
record TransferredAsset(
        String assetId,
        String newAssetId,
        String vin,
        String make,
        String model,
        Integer year,
        String fromTenant,
        String toTenant) {

    /** False for a change of holder within one tenant, and for a giver who is not the one that tells. */
    static boolean leaves(Event<TransferredAsset> event) {
        var asset = event.data();
        Objects.requireNonNull(asset.assetId, "asset_id is missing");
        Objects.requireNonNull(asset.toTenant, "to_tenant is missing");
        return event.tenant().equals(asset.fromTenant) && !asset.toTenant.equals(asset.fromTenant);
    }

    /**
     * What the taker hears: the vehicle as the event and the giver's register have it, without what is the giver's own.
     *
     * @param machine the giver's machine, or null where there was only an offer
     */
    static VehicleNews news(Event<TransferredAsset> event, Machine machine, List<PastService> services) {
        var asset = event.data();
        Objects.requireNonNull(asset.newAssetId, "new_asset_id is missing");
        var told = Proposal.named(asset.make, asset.model, asset.year);
        var vin = Stated.vin(asset.vin);
        return new VehicleNews(
                event.id(),
                event.time(),
                asset.newAssetId,
                vin == null && machine != null ? machine.vin : vin,
                machine == null ? told : told.over(registered(machine)),
                services);
    }

    private static Proposal registered(Machine machine) {
        return new Proposal(
                machine.equipmentType,
                machine.brand,
                machine.model,
                machine.year,
                machine.serialNumber,
                machine.horsepower,
                machine.fuelCapacityLiters,
                machine.currentHours,
                machine.currentKm,
                null,
                null,
                null,
                null,
                null);
    }
}
