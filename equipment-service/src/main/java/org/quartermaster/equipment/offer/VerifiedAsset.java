package org.quartermaster.equipment.offer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.quartermaster.platform.consumer.EventConsumer.Event;

/** What is read of a vehicle whose data were verified. */
record VerifiedAsset(
        String assetId,
        String vin,
        String make,
        String model,
        Integer year,
        BigDecimal odometerKm,
        BigDecimal purchasePrice,
        String purchaseCurrency,
        BigDecimal value,
        String valueCurrency) {

    static VehicleNews news(Event<VerifiedAsset> event) {
        var asset = event.data();
        Objects.requireNonNull(asset.assetId, "asset_id is missing");
        var proposal = new Proposal(
                null,
                Stated.name(asset.make),
                Stated.name(asset.model),
                Stated.year(asset.year),
                null,
                null,
                null,
                null,
                Stated.km(asset.odometerKm),
                Stated.money(asset.purchasePrice),
                Stated.currency(asset.purchaseCurrency),
                Stated.money(asset.value),
                Stated.currency(asset.valueCurrency),
                event.time());
        return new VehicleNews(event.id(), event.time(), asset.assetId, Stated.vin(asset.vin), proposal, List.of());
    }
}
