package org.quartermaster.equipment.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class SampleResourceTest {
    private static final String THREE = """
            [{"at":"2026-03-01T10:00:00Z","key":"00000000-0000-4000-8000-000000000001","fuel":0,"hours":100.5,"km":7.5,
              "lat":15.3694,"lon":44.191,"speed":12.5,"measures":{"oil":3.25},"warnings":["hours_jump:hours"]},
             {"at":"2026-03-01T10:00:30Z","fuel":50},
             {"at":"2026-03-01T11:15:00Z","fuel":40,"hours":101,"measures":{"oil":4}}]
            """;

    private final TestTenant tenant = TestTenant.create();

    private ValidatableResponse get(SampleRows rows, String query) {
        return tenant.as("viewer").get(rows.path("telemetry") + query).then();
    }

    @Test
    void everyMeasuredFieldIsShownNewestFirst() throws SQLException {
        var rows = SampleRows.of(tenant).add(THREE);

        get(rows, "")
                .statusCode(200)
                .body("items.fuel_percent", contains(40f, 50f, 0f))
                .body("items[2].recorded_at", equalTo("2026-03-01T10:00:00Z"))
                .body("items[2].sample_key", equalTo("00000000-0000-4000-8000-000000000001"))
                .body("items[2].source", equalTo("device"))
                .body("items[2].total_hours", equalTo(100.5f))
                .body("items[2].km", equalTo(7.5f))
                .body("items[2].lat", equalTo(15.3694f))
                .body("items[2].speed_kmh", equalTo(12.5f))
                .body("items[2].measures.oil", equalTo(3.25f))
                .body("items[2].warnings", contains("hours_jump:hours"))
                .body("items[1].hours", nullValue())
                .body("items[1].warnings", empty())
                .body("next_cursor", nullValue());
        get(rows, "?order=oldest&from=2026-03-01T10:00:30Z&to=2026-03-01T11:15:00Z")
                .body("items.fuel_percent", contains(50f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void pagesByCursorGiveEverySampleOnce(String order) throws SQLException {
        var same = "{\"at\":\"2026-03-01T10:00:00Z\",\"fuel\":1}";
        var rows = SampleRows.of(tenant)
                .add("[" + same + "," + same + "," + same + "]")
                .add(THREE);
        var seen = new ArrayList<String>();

        String cursor = null;
        do {
            var page = get(rows, "?limit=2&order=" + order + (cursor == null ? "" : "&cursor=" + cursor))
                    .statusCode(200)
                    .header("Link", containsString("rel=\"first\""))
                    .extract();
            seen.addAll(page.path("items.sample_key"));
            cursor = page.path("next_cursor");
        } while (cursor != null);

        assertThat(seen).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void bucketsSumTheSamplesUp() throws SQLException {
        var rows = SampleRows.of(tenant).add(THREE);

        get(rows, "?bucket=1h")
                .statusCode(200)
                .body("items.from", contains("2026-03-01T11:00:00Z", "2026-03-01T10:00:00Z"))
                .body("items[1].to", equalTo("2026-03-01T11:00:00Z"))
                .body("items[1].samples", equalTo(2))
                .body("items[1].values.fuel_percent.min", equalTo(0f))
                .body("items[1].values.fuel_percent.max", equalTo(50f))
                .body("items[1].values.fuel_percent.avg", equalTo(25f))
                .body("items[1].values.fuel_percent.last", equalTo(50f))
                .body("items[1].values.total_hours", nullValue())
                .body("items[1].values.total_km.last", equalTo(7.5f))
                .body("items[1].measures.oil.avg", equalTo(3.25f))
                .body("items[0].values.total_hours.last", equalTo(101f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void pagesOfBucketsSkipWhatIsEmpty(String order) throws SQLException {
        var rows = SampleRows.of(tenant)
                .add(THREE)
                .add("[{\"at\":\"2025-01-01T00:00:00Z\",\"fuel\":1},{\"at\":\"2026-03-02T00:00:00Z\",\"fuel\":1}]");
        var seen = new ArrayList<String>();

        String cursor = null;
        var pages = 0;
        do {
            var page = get(rows, "?bucket=15m&limit=3&order=" + order + (cursor == null ? "" : "&cursor=" + cursor))
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.from"));
            cursor = page.path("next_cursor");
            pages++;
        } while (cursor != null);

        var expected = new ArrayList<>(List.of(
                "2025-01-01T00:00:00Z", "2026-03-01T10:00:00Z", "2026-03-01T11:15:00Z", "2026-03-02T00:00:00Z"));
        if (order.equals("newest")) {
            Collections.reverse(expected);
        }
        assertThat(seen).isEqualTo(expected);
        assertThat(pages).isEqualTo(4);
    }

    @Test
    void csvHoldsTheWholeRange() throws SQLException {
        var rows = SampleRows.of(tenant)
                .addSeries("2026-03-01T00:00:00Z", 1, 4_000)
                .add(THREE);

        var csv = tenant.as("viewer")
                .accept("text/csv")
                .get(rows.path("telemetry") + "?order=oldest&to=2026-03-01T11:00:00Z")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", containsString("telemetry.csv"))
                .extract()
                .asString()
                .split("\r\n");

        assertThat(csv).hasSize(1 + 4_000 + 2);
        assertThat(csv[0]).startsWith("recorded_at,received_at,sample_key,source,batch_id,fuel_percent,");
        assertThat(csv[1]).startsWith("2026-03-01T00:00:00Z,");
        assertThat(csv[4_000]).startsWith("2026-03-01T01:06:39Z,");
        assertThat(csv[4_001])
                .startsWith("2026-03-01T10:00:00Z,")
                .endsWith(",12.5,,,\"{\"\"oil\"\": 3.25}\",hours_jump:hours");
    }

    @Test
    void anythingElseIsAnsweredInJson() {
        var rows = SampleRows.of(tenant);

        tenant.as("viewer").accept("*/*").get(rows.path("telemetry")).then().contentType(ContentType.JSON);
        tenant.as("viewer")
                .accept("text/csv")
                .get(rows.path("telemetry"))
                .then()
                .statusCode(200)
                .body(containsString("recorded_at,"));
    }

    @Test
    void reportingStaysWhereItWas() {
        var rows = SampleRows.of(tenant);

        tenant.as("operator")
                .post(rows.path("telemetry") + "?hours=12.5&fuel_percent=0")
                .then()
                .statusCode(200);

        get(rows, "").body("items", hasSize(1)).body("items[0].hours", equalTo(12.5f));
    }

    @Test
    void machinesThatAreNotThereHaveNoSamples() throws SQLException {
        var rows = SampleRows.of(tenant).add(THREE);
        var other = TestTenant.create();

        other.as("viewer").get(rows.path("telemetry")).then().statusCode(404);
        other.as("viewer").accept("text/csv").get(rows.path("telemetry")).then().statusCode(404);
        other.as("viewer").get(rows.path("telemetry") + "?bucket=1d").then().statusCode(404);
        tenant.manager().delete("/api/v1/equipment/" + rows.machine()).then().statusCode(204);
        get(rows, "").statusCode(404).body("code", equalTo("equipment_not_found"));
        get(rows, "?include_deleted=true").statusCode(403);
        tenant.manager()
                .get(rows.path("telemetry") + "?include_deleted=true")
                .then()
                .statusCode(200)
                .body("items", hasSize(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=0",
                "?limit=10001",
                "?order=up",
                "?bucket=2h",
                "?from=yesterday",
                "?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z"
            })
    void wrongValuesAreRefused(String query) {
        get(SampleRows.of(tenant), query)
                .statusCode(422)
                .body("errors", hasSize(1))
                .body("errors[0].message", notNullValue());
    }

    @Test
    void foreignCursorsAndUnknownParametersAreRefused() throws SQLException {
        var rows = SampleRows.of(tenant).add(THREE);
        String cursor = get(rows, "?limit=1").extract().path("next_cursor");

        get(rows, "?limit=1&order=oldest&cursor=" + cursor).statusCode(400).body("code", is("bad_cursor"));
        get(rows, "?bucket=1h&cursor=" + cursor).statusCode(400);
        get(rows, "?offset=1&page=2").statusCode(400).body("code", is("unknown_parameter"));
        tenant.as("viewer")
                .accept("text/csv")
                .get(rows.path("telemetry") + "?limit=5")
                .then()
                .statusCode(400);
    }
}
