package org.quartermaster.equipment.aemp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;

/**
 * The snapshot of one machine by ISO/TS 15143-3, its elements in the order of the standard; only what is known, and
 * known since when, is there.
 *
 * @param version and the time of the snapshot where it is the whole document, else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AempEquipment")
record Equipment(
        String version,
        @JsonProperty("snapshotTime") Instant snapshotTime,
        @JsonProperty("EquipmentHeader") Header header,
        @JsonProperty("Location") Location location,
        @JsonProperty("CumulativeOperatingHours") Hours hours,
        @JsonProperty("Distance") Distance distance,
        @JsonProperty("EngineStatus") Engine engine,
        @JsonProperty("FuelRemaining") Fuel fuel) {

    /**
     * What machine it is.
     *
     * @param unitInstallDateTime since when it reports here: when it was registered
     * @param pin product identification number (ISO 10261), or the VIN of a road vehicle
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AempHeader")
    record Header(
            @JsonProperty("UnitInstallDateTime") Instant unitInstallDateTime,
            @JsonProperty("OEMName") String oemName,
            @JsonProperty("Model") String model,
            @JsonProperty("EquipmentID") String equipmentId,
            @JsonProperty("SerialNumber") String serialNumber,
            @JsonProperty("PIN") String pin) {
        private static Header of(Row row) {
            return new Header(
                    time(row, "created_at"),
                    row.getString("brand"),
                    row.getString("model"),
                    row.getString("equipment_id"),
                    row.getString("serial_number"),
                    row.getString("vin"));
        }
    }

    /** Where it is, in degrees (WGS 84). */
    @Schema(name = "AempLocation")
    record Location(
            Instant datetime,
            @JsonProperty("Latitude") BigDecimal latitude,
            @JsonProperty("Longitude") BigDecimal longitude) {
        private static Location of(Row row) {
            var at = time(row, "current_position_at");
            var latitude = row.getBigDecimal("current_lat");
            return at == null || latitude == null ? null : new Location(at, latitude, row.getBigDecimal("current_lon"));
        }
    }

    /** Hours of its life. */
    @Schema(name = "AempHours")
    record Hours(Instant datetime, @JsonProperty("Hour") BigDecimal hour) {
        private static Hours of(Row row) {
            var at = time(row, "current_hours_at");
            var hours = row.getBigDecimal("current_hours");
            return at == null || hours == null ? null : new Hours(at, hours);
        }
    }

    /** Kilometres of its life. */
    @Schema(name = "AempDistance")
    record Distance(
            Instant datetime,
            @JsonProperty("OdometerUnits") String units,
            @JsonProperty("Odometer") BigDecimal odometer) {
        private static Distance of(Row row) {
            var at = time(row, "km_at");
            var km = row.getBigDecimal("current_km");
            return at == null || km == null ? null : new Distance(at, "kilometre", km);
        }
    }

    /** Whether its engine runs. */
    @Schema(name = "AempEngine")
    record Engine(Instant datetime, @JsonProperty("Running") Boolean running) {
        private static Engine of(Row row) {
            var at = time(row, "engine_at");
            return at == null ? null : new Engine(at, row.getBoolean("engine_on"));
        }
    }

    /** How full the tank is. */
    @Schema(name = "AempFuel")
    record Fuel(Instant datetime, @JsonProperty("Percent") BigDecimal percent) {
        private static Fuel of(Row row) {
            var at = time(row, "current_fuel_at");
            var percent = row.getBigDecimal("current_fuel_percent");
            return at == null || percent == null ? null : new Fuel(at, percent);
        }
    }

    static Equipment of(Row row) {
        return of(row, null, null);
    }

    /** As a document of its own; its time is that of the last change of what it shows, so that the same tag is the same text. */
    static Equipment whole(Row row) {
        return of(row, Fleet.VERSION, time(row, "updated_at"));
    }

    private static Equipment of(Row row, String version, Instant snapshotTime) {
        return new Equipment(
                version,
                snapshotTime,
                Header.of(row),
                Location.of(row),
                Hours.of(row),
                Distance.of(row),
                Engine.of(row),
                Fuel.of(row));
    }

    private static Instant time(Row row, String column) {
        return Columns.instant(row.getOffsetDateTime(column));
    }
}
