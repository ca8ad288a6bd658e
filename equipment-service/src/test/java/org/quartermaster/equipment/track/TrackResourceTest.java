package org.quartermaster.equipment.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.equipment.samples.SampleRows;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class TrackResourceTest {
    private static final String DAY = "?from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z";

    private final TestTenant tenant = TestTenant.create();

    private ValidatableResponse get(SampleRows rows, String query) {
        return tenant.as("viewer").get(rows.path("track") + query).then();
    }

    @Test
    void trackIsALineWithTimes() throws SQLException {
        var rows = SampleRows.of(tenant).add("""
                [{"at":"2026-03-01T10:00:02Z","lat":15.3,"lon":44.3},
                 {"at":"2026-03-01T10:00:00Z","lat":15.1,"lon":44.1},
                 {"at":"2026-03-01T10:00:01Z","lat":60,"lon":10,"warnings":["position_jump:position"]},
                 {"at":"2026-03-01T10:00:01Z","lat":15.2,"lon":44.2,"warnings":["hours_jump:hours"]},
                 {"at":"2026-03-01T10:00:03Z","fuel":4},
                 {"at":"2026-03-02T00:00:00Z","lat":15.4,"lon":44.4}]
                """);

        var track = get(rows, DAY).statusCode(200).contentType("application/geo+json");

        track.body("type", equalTo("Feature"))
                .body("geometry.type", equalTo("LineString"))
                .body("geometry.coordinates[0]", contains(44.1f, 15.1f))
                .body("geometry.coordinates[1]", contains(44.2f, 15.2f))
                .body("geometry.coordinates[2]", contains(44.3f, 15.3f))
                .body("geometry.coordinates", hasSize(3))
                .body("properties.equipment_id", equalTo(rows.machine()))
                .body("properties.positions", equalTo(3))
                .body("properties.simplify_m", equalTo(0f))
                .body(
                        "properties.coordTimes",
                        contains("2026-03-01T10:00:00Z", "2026-03-01T10:00:01Z", "2026-03-01T10:00:02Z"));
    }

    @Test
    void lessThanTwoPositionsMakeNoLine() throws SQLException {
        var rows = SampleRows.of(tenant);

        get(rows, DAY).statusCode(200).body("geometry", nullValue()).body("properties.coordTimes", empty());
        get(rows, "").statusCode(200).body("type", equalTo("Feature"));
        rows.add("[{\"at\":\"2026-03-01T10:00:00Z\",\"lat\":0,\"lon\":0}]");
        get(rows, DAY)
                .body("geometry.type", equalTo("Point"))
                .body("geometry.coordinates", hasSize(2))
                .body("properties.coordTimes", contains("2026-03-01T10:00:00Z"));
    }

    @Test
    void trackOverTheAntimeridianHasTwoLines() throws SQLException {
        var rows = SampleRows.of(tenant).add("""
                [{"at":"2026-03-01T10:00:00Z","lat":-17,"lon":179.5},{"at":"2026-03-01T11:00:00Z","lat":-18,"lon":-179.5}]
                """);

        get(rows, DAY)
                .body("geometry.type", equalTo("MultiLineString"))
                .body("geometry.coordinates[0][1]", contains(180f, -17.5f))
                .body("geometry.coordinates[1][0]", contains(-180f, -17.5f))
                .body("properties.coordTimes[1]", contains("2026-03-01T10:30:00Z", "2026-03-01T11:00:00Z"));
    }

    @Test
    void longTracksAreSimplified() throws SQLException {
        var rows = SampleRows.of(tenant).addSeries("2026-03-01T00:00:00Z", 1, 60_000);

        get(rows, DAY + "&simplify_m=1")
                .statusCode(200)
                .body("properties.positions", equalTo(60_000))
                .body("properties.simplify_m", equalTo(1f));
        get(rows, DAY + "&simplify_m=0").statusCode(422).body("errors[0].code", is("too_many_positions"));
        var track = get(rows, DAY).statusCode(200).body("properties.simplify_m", equalTo(1f));
        assertThat(track.extract().<Integer>path("geometry.coordinates.size()")).isBetween(2, Track.MOST);
    }

    @Test
    void rangesOverAMonthAndOtherTenantsAreRefused() {
        var rows = SampleRows.of(tenant);

        get(rows, "?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z").statusCode(200);
        get(rows, "?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:01Z")
                .statusCode(422)
                .body("errors[0].code", is("range_too_long"));
        get(rows, "?simplify_m=-1").statusCode(422);
        TestTenant.create().as("viewer").get(rows.path("track")).then().statusCode(404);
    }
}
