package org.quartermaster.equipment.telemetry;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class BatchResourceTest {
    private static final String MACHINES = "/api/v1/equipment";
    private static final String BATCH = "/api/v1/telemetry";

    private final TestTenant tenant = TestTenant.create();

    @Inject
    SystemConnection database;

    private final Instant start = Instant.now().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);

    private String machine(String serial) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"A\",\"equipment_type\":\"tractor\",\"serial_number\":\"" + serial + "\"}")
                .post(MACHINES)
                .then()
                .statusCode(201)
                .extract()
                .path("equipment_id");
    }

    private ValidatableResponse send(String type, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return tenant.as("operator").contentType(type).body(bytes).post(BATCH).then();
    }

    private ValidatableResponse send(String json) {
        return send("application/json", json);
    }

    private ValidatableResponse show(String machine) {
        return tenant.as("viewer").get(MACHINES + "/" + machine).then().statusCode(200);
    }

    private String sample(String machine, int minute, double hours) {
        return "{\"equipment_id\":\"%s\",\"recorded_at\":\"%s\",\"hours\":%s,\"fuel_percent\":%s}"
                .formatted(machine, start.plus(Duration.ofMinutes(minute)), hours, 90 - minute / 30);
    }

    private static String array(List<String> samples) {
        return "[" + String.join(",", samples) + "]";
    }

    @Test
    void dayOfSamplesShuffledOverlappingAndTwiceGivesTheNewestValues() {
        var id = machine("S-1");
        var day = new ArrayList<String>();
        for (var minute = 0; minute < 600; minute++) {
            day.add(sample(id, minute, 100 + minute / 60.0));
        }
        Collections.shuffle(day, new Random(7));

        send(array(day.subList(0, 350))).statusCode(200).body("accepted", equalTo(350));
        send(array(day.subList(300, 600)))
                .body("accepted", equalTo(250))
                .body("duplicates", equalTo(50))
                .body("warned", equalTo(0));

        send(array(day)).body("accepted", equalTo(0)).body("duplicates", equalTo(600));
        show(id).body("current_hours", equalTo(109.98f)).body("current_fuel_percent", equalTo(71.0f));
    }

    @Test
    void batchGivesOneEventPerMachineAndItsRepetitionNone() throws SQLException {
        var first = machine("S-10");
        var second = machine("S-11");
        var batch = array(List.of(sample(first, 0, 1), sample(second, 0, 1), sample(first, 60, 2)));

        send(batch).body("accepted", equalTo(3));
        send(batch).body("duplicates", equalTo(3));

        assertEquals(2, events());
    }

    private long events() throws SQLException {
        try (var connection = database.open();
                var query = connection.prepareStatement("select count(*) from platform.outbox where tenant_id = ?"
                        + " and envelope like '%equipment.telemetry.recorded.v1%'")) {
            query.setString(1, tenant.id());
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Test
    void eachRefusalIsExplainedAndTheOthersAreTaken() {
        var id = machine("S-2");
        var at = start.toString();

        send("""
                {"samples":[
                  {"equipment_id":"%1$s","recorded_at":"%2$s","hours":10},
                  {"equipment_id":"eq_of_nobody","recorded_at":"%2$s","hours":10},
                  {"serial_number":"s-2","hours":10},
                  {"equipment_id":"%1$s","recorded_at":"yesterday","hours":10},
                  {"equipment_id":"%1$s","recorded_at":"2099-01-01T00:00:00Z","hours":10},
                  {"equipment_id":"%1$s","recorded_at":"2020-01-01T00:00:00Z","hours":10},
                  {"equipment_id":"%1$s","recorded_at":"%2$s","fuel_percent":101,"lat":1},
                  {"equipment_id":"%1$s","recorded_at":"%2$s"},
                  {"serial_number":"s-2","recorded_at":"%2$s","fuel_percent":50,"colour":"red"},
                  {"equipment_id":"%1$s","recorded_at":"%2$s","hours":1e999},
                  7]}
                """.formatted(id, at))
                .statusCode(200)
                .body("batch_id", startsWith("batch_"))
                .body("received", equalTo(11))
                .body("accepted", equalTo(2))
                .body("warned", equalTo(1))
                .body("rejected", equalTo(9))
                .body("results", hasSize(10))
                .body("results.find{it.index==1}.errors[0].code", equalTo("unknown_equipment"))
                .body("results.find{it.index==2}.errors[0].code", equalTo("recorded_at_missing"))
                .body("results.find{it.index==3}.errors[0].code", equalTo("datetime_parsing"))
                .body("results.find{it.index==4}.errors[0].code", equalTo("in_future"))
                .body("results.find{it.index==5}.errors[0].code", equalTo("too_old"))
                .body("results.find{it.index==6}.errors.code", hasItems("less_than_equal", "position_incomplete"))
                .body("results.find{it.index==6}.errors.field", hasItems("samples[6].fuel_percent"))
                .body("results.find{it.index==7}.errors[0].code", equalTo("no_measurement"))
                .body("results.find{it.index==8}.outcome", equalTo("accepted"))
                .body("results.find{it.index==8}.warnings[0].code", equalTo("unknown_field"))
                .body("results.find{it.index==9}.errors[0].code", equalTo("finite_number"))
                .body("results.find{it.index==10}.errors[0].code", equalTo("type"));
        show(id).body("current_hours", equalTo(10.0f)).body("current_fuel_percent", equalTo(50.0f));
    }

    @Test
    void machineOfAnotherTenantIsUnknown() {
        var foreign = machine("S-3");
        var other = TestTenant.create();

        other.as("operator")
                .contentType(ContentType.JSON)
                .body(array(List.of(sample(foreign, 0, 5))))
                .post(BATCH)
                .then()
                .statusCode(200)
                .body("results[0].errors[0].code", equalTo("unknown_equipment"));

        show(foreign).body("current_hours", equalTo(null));
    }

    @Test
    void linesAndCsvAndGzipSayTheSameAsJson() throws IOException {
        var id = machine("S-4");
        var lines = sample(id, 0, 1) + "\n\n" + "{broken\n" + sample(id, 60, 2) + "\n";
        var csv = "equipment_id,recorded_at,hours,fuel_percent,measures.rpm\n" + id + "," + start.plusSeconds(7200)
                + ",3,,1500\n" + id + "," + start.plusSeconds(10800) + ",4,nan,\n";

        send("application/x-ndjson", lines)
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejected", equalTo(1))
                .body("results[0].errors[0].code", equalTo("malformed_sample"));
        send("text/csv", csv).body("accepted", equalTo(1)).body("results[0].errors[0].code", equalTo("finite_number"));
        tenant.as("operator")
                .contentType("application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .body(zipped(sample(id, 300, 5)))
                .post(BATCH)
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));

        show(id).body("current_hours", equalTo(5.0f));
    }

    private static byte[] zipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson", "text/csv"})
    void aPackedBodyThatBreaksOffIs400(String type) throws IOException {
        var packed = zipped("equipment_id,recorded_at,hours\n" + "m,2026-01-01T00:00:00Z,1\n".repeat(100));

        tenant.as("operator")
                .contentType(type)
                .header("Content-Encoding", "gzip")
                .body(Arrays.copyOf(packed, packed.length - 20))
                .post(BATCH)
                .then()
                .statusCode(400)
                .body("code", equalTo("bad_request"));
    }

    @Test
    void bombIsRefusedAndWhatIsNoBatchStoresNothing() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            for (var i = 0; i < 20; i++) {
                out.write(new byte[1024 * 1024]);
            }
        }

        tenant.as("operator")
                .contentType("application/json")
                .header("Content-Encoding", "gzip")
                .body(bytes.toByteArray())
                .post(BATCH)
                .then()
                .statusCode(413);
        send("[{]").statusCode(400).body("code", equalTo("malformed_json"));
        send("{\"samples\":7}").statusCode(422).body("errors[0].field", equalTo("samples"));
        send("text/html", "x").statusCode(415);
        tenant.as("operator")
                .contentType("text/csv")
                .body("equipment_id,recorded_at,hours\nM\u00fcller,x,1\n".getBytes(StandardCharsets.ISO_8859_1))
                .post(BATCH)
                .then()
                .statusCode(400);
        tenant.as("viewer")
                .contentType(ContentType.JSON)
                .body("[]")
                .post(BATCH)
                .then()
                .statusCode(403);
    }

    @Test
    void implausibleReadingIsKeptWithoutEffectAndTheOtherFieldsCount() {
        var id = machine("S-5");

        send(array(List.of(sample(id, 0, 100), sample(id, 60, 50), sample(id, 120, 500), sample(id, 180, 102))))
                .body("accepted", equalTo(4))
                .body("warned", equalTo(2))
                .body("results[0].warnings[0].code", equalTo("hours_backwards"))
                .body("results[1].warnings[0].code", equalTo("hours_jump"))
                .body("results[1].warnings[0].field", equalTo("samples[2].hours"));

        show(id).body("current_hours", equalTo(102.0f)).body("current_fuel_percent", equalTo(84.0f));
    }

    @Test
    void heldJumpTakesEffectWhenTwoLaterSamplesAgree() {
        var id = machine("S-6");
        send(array(List.of(sample(id, 0, 100), sample(id, 10, 500)))).body("warned", equalTo(1));
        send(array(List.of(sample(id, 20, 500.1)))).body("warned", equalTo(1));
        show(id).body("current_hours", equalTo(100.0f));

        send(array(List.of(sample(id, 30, 500.2)))).body("warned", equalTo(0));

        show(id).body("current_hours", equalTo(500.2f));
        send(array(List.of(sample(id, 15, 500.05)))).body("warned", equalTo(0));
    }

    @Test
    void tenWarningsInARowRaiseOneAlertAndAPlausibleReadingEndsIt() {
        var id = machine("S-7");
        var samples = new ArrayList<String>();
        samples.add(sample(id, 0, 100));
        for (var minute = 1; minute <= 12; minute++) {
            samples.add(sample(id, minute, 5));
        }

        send(array(samples)).body("warned", equalTo(12));

        var alerts = MACHINES + "/alerts?kind=meter_suspect&state=all&equipment_id=" + id;
        tenant.as("viewer").get(alerts).then().body("alerts", hasSize(1)).body("alerts[0].state", equalTo("open"));
        send(array(List.of(sample(id, 60, 101))));
        tenant.as("viewer").get(alerts).then().body("alerts[0].resolution", equalTo("condition_cleared"));
    }

    @Test
    void keyGivesTheFirstAnswerAgain() {
        var id = machine("S-8");
        var body = array(List.of(sample(id, 0, 1)));
        var first = keyed(body).statusCode(200).extract().<String>path("batch_id");

        keyed(body).body("batch_id", equalTo(first)).body("accepted", equalTo(1));
    }

    private ValidatableResponse keyed(String body) {
        return tenant.as("operator")
                .header("Idempotency-Key", "b1")
                .contentType(ContentType.JSON)
                .body(body)
                .post(BATCH)
                .then();
    }

    @Test
    void batchOfOneMachineNeedsNoName() {
        var id = machine("S-9");

        tenant.as("operator")
                .contentType(ContentType.JSON)
                .body(
                        "[{\"recorded_at\":\"%s\",\"hours\":7},{\"equipment_id\":\"x\",\"recorded_at\":\"%1$s\",\"hours\":8}]"
                                .formatted(start))
                .post(MACHINES + "/" + id + "/telemetry/batch?results=all")
                .then()
                .statusCode(200)
                .body("results", hasSize(2))
                .body("results[0].outcome", equalTo("accepted"))
                .body("results[0].errors", empty())
                .body("results[1].errors[0].code", equalTo("conflicting_values"));

        show(id).body("current_hours", equalTo(7.0f));
    }
}
