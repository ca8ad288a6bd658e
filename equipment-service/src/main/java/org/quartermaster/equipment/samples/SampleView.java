package org.quartermaster.equipment.samples;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.rest.Json;

/** A sample as the REST API shows it; {@code warnings} name what has no effect. */
public record SampleView(
        Instant recordedAt,
        Instant receivedAt,
        UUID sampleKey,
        String source,
        String batchId,
        BigDecimal fuelPercent,
        BigDecimal hours,
        BigDecimal totalHours,
        BigDecimal km,
        BigDecimal totalKm,
        Double lat,
        Double lon,
        Float accuracyM,
        Float altitudeM,
        Float speedKmh,
        Float headingDeg,
        Boolean engineOn,
        JsonNode measures,
        List<String> warnings)
        implements Measured {

    static final String SELECT = """
            t.recorded_at, t.received_at, t.sample_key, t.source, t.batch_id, t.fuel_percent, t.hours, t.total_hours,
            t.km, t.total_km, t.lat, t.lon, t.accuracy_m, t.altitude_m, t.speed_kmh, t.heading_deg, t.engine_on,
            cast(t.measures as text) as measures, t.warnings
            """;
    static final String FROM = "equipment_telemetry t";

    static SampleView of(Row row) {
        var warnings = row.getArrayOfStrings("warnings");
        return new SampleView(
                row.getOffsetDateTime("recorded_at").toInstant(),
                row.getOffsetDateTime("received_at").toInstant(),
                row.getUUID("sample_key"),
                row.getString("source"),
                row.getString("batch_id"),
                row.getBigDecimal("fuel_percent"),
                row.getBigDecimal("hours"),
                row.getBigDecimal("total_hours"),
                row.getBigDecimal("km"),
                row.getBigDecimal("total_km"),
                row.getDouble("lat"),
                row.getDouble("lon"),
                row.getFloat("accuracy_m"),
                row.getFloat("altitude_m"),
                row.getFloat("speed_kmh"),
                row.getFloat("heading_deg"),
                row.getBoolean("engine_on"),
                Json.stored(row.getString("measures")),
                warnings == null ? List.of() : List.of(warnings));
    }
}
