package org.quartermaster.vehicle.transfer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The draft that a handover made, as its event tells it. */
record ArrivedAsset(
        UUID id,
        UUID assetId,
        String vin,
        UUID ownerOrgId,
        String dataStatus,
        String assetKind,
        String serialNumber,
        String make,
        String model,
        String variant,
        Integer year,
        BigDecimal odometerValue,
        String odometerUnit,
        LocalDate firstRegistrationDate,
        Instant acquiredAt,
        String acquisition,
        UUID previousAssetId,
        BigDecimal completenessScore,
        Integer completenessVersion,
        Instant createdAt,
        long version) {

    /** With its id under the name that other services read. */
    ArrivedAsset named() {
        return new ArrivedAsset(
                id,
                id,
                vin,
                ownerOrgId,
                dataStatus,
                assetKind,
                serialNumber,
                make,
                model,
                variant,
                year,
                odometerValue,
                odometerUnit,
                firstRegistrationDate,
                acquiredAt,
                acquisition,
                previousAssetId,
                completenessScore,
                completenessVersion,
                createdAt,
                version);
    }
}
