package org.quartermaster.vehicle.asset;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.rest.Versioned;
import org.quartermaster.vehicle.vin.Verdict;

/**
 * A vehicle of a tenant as the API shows it.
 *
 * @param odometerKm what the odometer shows in km, or null where its unit is not known
 * @param verdict on the VIN, or null where there is none
 * @param openTransferId the transfer that waits for an answer, or null
 */
public record AssetView(
        UUID id,
        UUID assetId,
        String vin,
        String vinRaw,
        String licensePlate,
        UUID currentOrganizationId,
        UUID ownerOrgId,
        DataStatus dataStatus,
        String catalogRef,
        UUID ownerPersonId,
        AssetKind assetKind,
        String serialNumber,
        String plateCountry,
        String make,
        String model,
        String variant,
        Integer year,
        String body,
        String fuel,
        String transmission,
        String drive,
        String engine,
        String color,
        BigDecimal odometerValue,
        OdometerUnit odometerUnit,
        Instant odometerReadAt,
        BigDecimal odometerKm,
        LocalDate firstRegistrationDate,
        LocalDate inspectionExpiresOn,
        LocalDate insuranceExpiresOn,
        String registrationCountry,
        String locationName,
        Instant acquiredAt,
        Acquisition acquisition,
        Long acquiredLotId,
        UUID previousAssetId,
        BigDecimal purchasePrice,
        String purchaseCurrency,
        BigDecimal value,
        String valueCurrency,
        Instant valueAt,
        String notes,
        @Schema(type = SchemaType.OBJECT) JsonNode metadata,
        BigDecimal completenessScore,
        Integer completenessVersion,
        Instant verifiedAt,
        UUID verifiedBy,
        BigDecimal verifiedScore,
        Integer verifiedVersion,
        String vinOverrideReason,
        Instant archivedAt,
        UUID archivedBy,
        String archiveReason,
        UUID createdBy,
        long version,
        Instant createdAt,
        Instant updatedAt,
        Verdict verdict,
        UUID openTransferId)
        implements Versioned {
    static AssetView of(Asset asset, Verdict verdict) {
        return new AssetView(
                asset.id,
                asset.id,
                asset.vin,
                asset.vinRaw,
                asset.licensePlate,
                asset.currentOrganizationId,
                asset.ownerOrgId,
                asset.dataStatus,
                asset.catalogRef,
                asset.ownerPersonId,
                asset.assetKind,
                asset.serialNumber,
                asset.plateCountry,
                asset.make,
                asset.model,
                asset.variant,
                asset.year,
                asset.body,
                asset.fuel,
                asset.transmission,
                asset.drive,
                asset.engine,
                asset.color,
                asset.odometerValue,
                asset.odometerUnit,
                asset.odometerReadAt,
                Odometer.km(asset.odometerValue, asset.odometerUnit),
                asset.firstRegistrationDate,
                asset.inspectionExpiresOn,
                asset.insuranceExpiresOn,
                asset.registrationCountry,
                asset.locationName,
                asset.acquiredAt,
                asset.acquisition,
                asset.acquiredLotId,
                asset.previousAssetId,
                asset.purchasePrice,
                asset.purchaseCurrency,
                asset.value,
                asset.valueCurrency,
                asset.valueAt,
                asset.notes,
                Json.stored(asset.metadata),
                asset.completenessScore,
                asset.completenessVersion,
                asset.verifiedAt,
                asset.verifiedBy,
                asset.verifiedScore,
                asset.verifiedVersion,
                asset.vinOverrideReason,
                asset.archivedAt,
                asset.archivedBy,
                asset.archiveReason,
                asset.createdBy,
                asset.version,
                asset.createdAt,
                asset.updatedAt,
                verdict,
                asset.openTransferId);
    }
}
