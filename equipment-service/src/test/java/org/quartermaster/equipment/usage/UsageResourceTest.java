package org.quartermaster.equipment.usage;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
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
class UsageResourceTest {
    private static final String THREE_DAYS = "?from=2026-03-01T00:00:00Z&to=2026-03-04T00:00:00Z";
    /** An hour an hour, from noon of a Sunday to noon of Tuesday. */
    private static final String STEADY = """
            [{"at":"2026-03-01T12:00:00Z","hours":100,"km":1000},{"at":"2026-03-03T12:00:00Z","hours":148,"km":1096}]
            """;

    private final TestTenant tenant = TestTenant.create();

    private ValidatableResponse get(SampleRows rows, String query) {
        return tenant.as("viewer").get(rows.path("usage") + query).then();
    }

    @Test
    void countersAreInterpolatedAtTheEdgesOfDays() throws SQLException {
        var rows = SampleRows.of(tenant).add(STEADY);

        get(rows, THREE_DAYS)
                .statusCode(200)
                .body("equipment_id", equalTo(rows.machine()))
                .body("bucket", equalTo("day"))
                .body("items.from", contains("2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z"))
                .body("items[2].to", equalTo("2026-03-04T00:00:00Z"))
                .body("items.hours_used", contains(12f, 24f, 12f))
                .body("items.km_used", contains(24f, 48f, 24f))
                .body("items.samples", contains(1, 0, 1));
    }

    @Test
    void weeksBeginOnMonday() throws SQLException {
        var rows = SampleRows.of(tenant).add(STEADY);

        get(rows, THREE_DAYS + "&bucket=week")
                .body("items.from", contains("2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z"))
                .body("items.hours_used", contains(12f, 36f));
        get(rows, "?bucket=month&from=2026-02-15T00:00:00Z&to=2026-03-03T00:00:00Z")
                .body("items.from", contains("2026-02-15T00:00:00Z", "2026-03-01T00:00:00Z"))
                .body("items.hours_used", contains(0f, 36f));
    }

    @Test
    void rangeMayBeginAndEndWithinADay() throws SQLException {
        var rows = SampleRows.of(tenant).add(STEADY);

        get(rows, "?from=2026-03-01T18:00:00Z&to=2026-03-03T06:00:00Z")
                .body("items.hours_used", contains(6f, 24f, 6f))
                .body("items.samples", contains(0, 0, 0));
        get(rows, "?from=2026-03-01T11:00:00Z&to=2026-03-01T13:30:00Z")
                .body("items.hours_used", contains(1.5f))
                .body("items.samples", contains(1));
        get(rows, "?from=2026-03-02T05:00:00Z&to=2026-03-02T05:00:00Z")
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void lateSampleChangesTheDaysUpToItsNeighbours() throws SQLException {
        var rows = SampleRows.of(tenant).add(STEADY);
        get(rows, THREE_DAYS).body("items.hours_used", contains(12f, 24f, 12f));

        rows.add("[{\"at\":\"2026-03-02T12:00:00Z\",\"hours\":100}]");

        get(rows, THREE_DAYS).body("items.hours_used", contains(0f, 24f, 24f)).body("items.samples", contains(1, 1, 1));
    }

    @Test
    void doubtedReadingsAndPositionsDoNotCount() throws SQLException {
        var rows = SampleRows.of(tenant).add(STEADY).add("""
                [{"at":"2026-03-02T12:00:00Z","hours":9000,"km":1048,"lat":1,"lon":1,
                  "warnings":["hours_jump:hours","position_jump:lat"]},
                 {"at":"2026-03-02T13:00:00Z","hours":125,"km":9999,"warnings":["hours_ahead:km","unknown_field:oil"]}]
                """);

        get(rows, THREE_DAYS)
                .body("items.hours_used", contains(12f, 24f, 12f))
                .body("items.km_used", contains(24f, 48f, 24f))
                .body("items.distance_km", contains(0f, 0f, 0f))
                .body("items.samples", contains(1, 2, 1));
    }

    @Test
    void distanceRunsFromPositionToPosition() throws SQLException {
        var rows = SampleRows.of(tenant).add("""
                [{"at":"2026-03-01T23:00:00Z","lat":0,"lon":0},{"at":"2026-03-02T01:00:00Z","lat":0,"lon":1},
                 {"at":"2026-03-02T02:00:00Z","lat":0,"lon":2},{"at":"2026-03-03T03:00:00Z","lat":0,"lon":2}]
                """);

        get(rows, THREE_DAYS).body("items.distance_km", contains(0f, 222.390f, 0f));
        get(rows, "?from=2026-03-01T23:30:00Z&to=2026-03-02T01:30:00Z")
                .body("items.distance_km", contains(0f, 111.195f));
        get(rows, "?from=2026-03-02T01:30:00Z&to=2026-03-02T12:00:00Z").body("items.distance_km", contains(111.195f));
    }

    @Test
    void whatWasNeverReportedIsNull() throws SQLException {
        var rows = SampleRows.of(tenant);

        get(rows, THREE_DAYS).body("items", hasSize(3)).body("items.hours_used", everyItem(nullValue()));
        rows.add("[{\"at\":\"2026-03-01T12:00:00Z\",\"hours\":0}]");
        get(rows, THREE_DAYS).body("items.hours_used", everyItem(is(0f))).body("items.km_used", everyItem(nullValue()));
        get(rows, "").statusCode(200).body("items.hours_used", everyItem(is(0f)));
    }

    @Test
    void wrongRangesAndOtherTenantsAreRefused() {
        var rows = SampleRows.of(tenant);

        get(rows, "?from=2023-01-01T00:00:00Z&to=2026-01-01T00:00:00Z")
                .statusCode(422)
                .body("errors[0].code", is("too_many_buckets"));
        get(rows, "?bucket=hour").statusCode(422).body("errors[0].code", is("enum"));
        get(rows, "?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z")
                .statusCode(422)
                .body("errors[0].code", is("range_backwards"));
        TestTenant.create().as("viewer").get(rows.path("usage")).then().statusCode(404);
    }
}
