package org.quartermaster.vehicle.market;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the market knows of a vehicle by its VIN. */
@Schema(name = "Vehicle")
record VehicleView(
        String vin,
        String make,
        String model,
        Integer year,
        String vinRaw,
        String modelDetail,
        String trim,
        String body,
        String fuel,
        String transmission,
        String drive,
        String engine,
        String color,
        String vehicleType,
        String odometerUnit,
        String odometerBrand,
        Integer cylinders,
        BigDecimal odometerValue,
        String vinKind,
        String vinCheck,
        String wmi,
        Integer decodedYear,
        Instant sourceUpdatedAt,
        Instant createdAt,
        Instant updatedAt,
        Long version) {}
