package org.quartermaster.equipment.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.testing.TestTenant;

/** Device time decides: plausible samples of one meter may come in any order and in any pieces (4.1, rule 1). */
@EquipmentTest
class OrderTest {
    private static final String RESULT = """
            select json_build_object(
              'machine', (select json_build_array(current_fuel_percent, current_fuel_at, current_hours,
                  current_hours_at, current_km, current_lat, current_lon, current_position_at, last_sample_at)
                from equipment where equipment_id = m.id),
              'meters', (select json_agg(json_build_array(kind, installed_at, first_reading, last_reading,
                  last_reading_at, offset_total, held_reading, warned_in_row) order by kind)
                from equipment_meters where equipment_id = m.id),
              'days', (select json_agg(day order by day) from equipment_usage_dirty where equipment_id = m.id),
              'history', (select json_agg(json_build_array(recorded_at, sample_key, fuel_percent, hours, total_hours,
                  km, total_km, lat, lon, warnings) order by recorded_at)
                from equipment_telemetry where equipment_id = m.id))
            from (select cast(? as text) as id) m
            """;

    @Inject
    SystemConnection database;

    private final TestTenant tenant = TestTenant.create();
    private final Instant start = Instant.now().minus(Duration.ofDays(90)).truncatedTo(ChronoUnit.SECONDS);

    private String machine() {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"A\",\"equipment_type\":\"tractor\"}")
                .post("/api/v1/equipment")
                .then()
                .statusCode(201)
                .extract()
                .path("equipment_id");
    }

    /** A working life over some weeks, in which each value is reported now and then. */
    private List<String> life(Random random) {
        var samples = new ArrayList<String>();
        var at = start;
        var hours = 100.0;
        var lat = 15.0;
        for (var n = 0; n < 120; n++) {
            var minutes = 1 + random.nextInt(random.nextInt(10) == 0 ? 4_000 : 60);
            at = at.plus(Duration.ofMinutes(minutes));
            hours += random.nextDouble() * minutes / 60;
            lat += random.nextDouble() * minutes / 1_000;
            samples.add(String.format(
                    Locale.ROOT,
                    "{\"recorded_at\":\"%s\",\"speed_kmh\":%d%s%s%s%s}",
                    at,
                    random.nextInt(40),
                    random.nextInt(3) == 0 ? "" : String.format(Locale.ROOT, ",\"hours\":%.2f", hours),
                    random.nextInt(4) == 0 ? String.format(Locale.ROOT, ",\"km\":%.1f", hours * 12) : "",
                    random.nextInt(2) == 0 ? String.format(Locale.ROOT, ",\"lat\":%.6f,\"lon\":44.5", lat) : "",
                    random.nextInt(2) == 0 ? ",\"fuel_percent\":" + (25 + random.nextInt(70)) : ""));
        }
        return samples;
    }

    private void send(String machine, List<String> samples) {
        tenant.as("operator")
                .contentType(ContentType.JSON)
                .body("[" + String.join(",", samples) + "]")
                .post("/api/v1/equipment/" + machine + "/telemetry/batch")
                .then()
                .statusCode(200);
    }

    private String result(String machine) throws SQLException {
        try (var connection = database.open();
                var query = connection.prepareStatement(RESULT)) {
            query.setString(1, machine);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyOrderInAnyPiecesGivesWhatTheSortedSamplesGive(long seed) throws SQLException {
        var random = new Random(seed);
        var samples = life(random);
        var sorted = machine();
        var shuffled = machine();
        send(sorted, samples);

        Collections.shuffle(samples, random);
        for (var from = 0; from < samples.size(); ) {
            var to = Math.min(samples.size(), from + 1 + random.nextInt(40));
            send(shuffled, samples.subList(Math.max(0, from - random.nextInt(5)), to));
            from = to;
        }

        assertThat(result(shuffled))
                .as("seed %d", seed)
                .isEqualTo(result(sorted))
                .contains("\"hours\"");
    }
}
