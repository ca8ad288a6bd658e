package org.quartermaster.equipment.offer;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.equipment.reference.EquipmentType;

/**
 * The machine that an offer would make, under the names of the register; null is what nobody knows.
 *
 * @param value what the vehicle is worth
 * @param valuedAt when price and value were said
 */
@Schema(name = "OfferProposal")
record Proposal(
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES)
        EquipmentType equipmentType,

        String brand,
        String model,
        Integer year,
        String serialNumber,
        Integer horsepower,
        BigDecimal fuelCapacityLiters,
        BigDecimal currentHours,
        BigDecimal currentKm,
        BigDecimal purchasePrice,
        String purchaseCurrency,
        BigDecimal value,
        String valueCurrency,
        Instant valuedAt) {

    /** A vehicle of which nothing else is known. */
    static Proposal vehicle() {
        return new Proposal(
                EquipmentType.VEHICLE, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** What a vehicle is called, as an event says it. */
    static Proposal named(String make, String model, Integer year) {
        return new Proposal(
                null,
                Stated.name(make),
                Stated.name(model),
                Stated.year(year),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** What this one says, and where it says nothing what the other does. */
    Proposal over(Proposal other) {
        var priced = purchasePrice != null ? this : other;
        var valued = value != null ? this : other;
        return new Proposal(
                or(equipmentType, other.equipmentType),
                or(brand, other.brand),
                or(model, other.model),
                or(year, other.year),
                or(serialNumber, other.serialNumber),
                or(horsepower, other.horsepower),
                or(fuelCapacityLiters, other.fuelCapacityLiters),
                or(currentHours, other.currentHours),
                or(currentKm, other.currentKm),
                priced.purchasePrice,
                priced.purchaseCurrency,
                valued.value,
                valued.valueCurrency,
                or(valuedAt, other.valuedAt));
    }

    private static <T> T or(T first, T second) {
        return first == null ? second : first;
    }
}
