package org.quartermaster.equipment.machine;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.equipment.reference.DueStage;
import org.quartermaster.equipment.reference.EquipmentType;
import org.quartermaster.equipment.reference.MachineStatus;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.rest.Versioned;

/** A machine as clients see it: the 27 keys of the seed in its order, then those added. */
@Schema(name = "Equipment")
public record MachineView(
        String equipmentId,
        String tenantId,
        String name,
        String nameAr,
        EquipmentType equipmentType,
        MachineStatus status,
        String brand,
        String model,
        String serialNumber,
        Integer year,
        Instant purchaseDate,
        BigDecimal purchasePrice,
        String fieldId,
        String locationName,
        Integer horsepower,
        BigDecimal fuelCapacityLiters,
        BigDecimal currentFuelPercent,
        BigDecimal currentHours,
        BigDecimal currentLat,
        BigDecimal currentLon,
        Instant lastMaintenanceAt,
        Instant nextMaintenanceAt,
        BigDecimal nextMaintenanceHours,
        String qrCode,

        @Schema(type = SchemaType.OBJECT) JsonNode metadata,

        Instant createdAt,
        Instant updatedAt,
        String vin,
        String vehicleAssetId,
        String purchaseCurrency,
        BigDecimal currentKm,
        Instant currentFuelAt,
        Instant currentHoursAt,
        Instant currentPositionAt,
        Instant lastSeenAt,
        Integer silentAfterMinutes,
        DueStage dueStage,

        @Schema(type = SchemaType.OBJECT) JsonNode nextDue,

        long openAlerts,
        String primaryPhotoUrl,
        long version,
        Instant deletedAt)
        implements Versioned {

    public static MachineView of(Machine machine) {
        return new MachineView(
                machine.equipmentId,
                machine.tenantId,
                machine.name,
                machine.nameAr,
                machine.equipmentType,
                machine.status,
                machine.brand,
                machine.model,
                machine.serialNumber,
                machine.year,
                machine.purchaseDate,
                machine.purchasePrice,
                machine.fieldId,
                machine.locationName,
                machine.horsepower,
                machine.fuelCapacityLiters,
                machine.currentFuelPercent,
                machine.currentHours,
                machine.currentLat,
                machine.currentLon,
                machine.lastMaintenanceAt,
                machine.nextMaintenanceAt,
                machine.nextMaintenanceHours,
                machine.qrCode,
                Json.stored(machine.metadata),
                machine.createdAt,
                machine.updatedAt,
                machine.vin,
                machine.vehicleAssetId,
                machine.purchaseCurrency,
                machine.currentKm,
                machine.currentFuelAt,
                machine.currentHoursAt,
                machine.currentPositionAt,
                machine.lastSeenAt,
                machine.silentAfterMinutes,
                machine.dueStage,
                Json.stored(machine.nextDue),
                machine.openAlerts,
                machine.primaryPhotoId == null ? null : "/api/v1/photos/" + machine.primaryPhotoId,
                machine.version,
                machine.deletedAt);
    }

    /** Version of the register data, and a digest of all that is shown. */
}
