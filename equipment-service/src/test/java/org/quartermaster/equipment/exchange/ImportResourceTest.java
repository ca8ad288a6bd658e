package org.quartermaster.equipment.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class ImportResourceTest {
    private final TestTenant tenant = TestTenant.create();
    private final Files files = new Files(tenant);

    private long count(String table) throws SQLException {
        try (var connection = LocalServers.adminConnection("equipment");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from " + table + " where tenant_id = '" + tenant.id() + "'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static byte[] gzip(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    @Test
    void newMachinesComeInWithHistoryAuditAndOneEventEach() throws SQLException {
        files.imported("""
            name;equipment_type;year;current_hours;metadata.owner;metadata.seats
            Pump A;pump;2019;12.5;North;2
            "Drone; B";drone;;;;
            """, "")
                .body("state", equalTo("succeeded"))
                .body("kind", equalTo("equipment.import"))
                .body("result.read", equalTo(2))
                .body("result.created", equalTo(2))
                .body("result.failed", equalTo(0))
                .body("progress.percent", equalTo(100.0f))
                .body("errors", empty())
                .body("result_url", nullValue());

        var list = tenant.manager().get(Files.PATH).then().body("equipment.name", contains("Drone; B", "Pump A"));
        list.body("equipment[1].year", equalTo(2019))
                .body("equipment[1].current_hours", equalTo(12.5f))
                .body("equipment[1].metadata.owner", equalTo("North"))
                .body("equipment[1].metadata.seats", equalTo(2))
                .body("equipment[1].qr_code", startsWith("QR_"))
                .body("equipment[1].version", equalTo(1));
        assertThat(count("equipment_status_history")).isEqualTo(2);
        assertThat(count("equipment_telemetry")).isEqualTo(1);
        assertThat(count("platform.outbox")).isEqualTo(4);
        assertThat(count("equipment_audit")).isEqualTo(3);
    }

    @Test
    void exportThenImportOfTheSameFileChangesNothing() throws SQLException {
        files.created("""
            {"name":"=A","equipment_type":"pump","serial_number":"sn-1","purchase_date":"2020-05-01",
             "purchase_price":1200.5,"purchase_currency":"USD","fuel_capacity_liters":80,"current_hours":10,
             "current_lat":-15.3694,"current_lon":44.191,"metadata":{"a":"5","b":[1,2],"c":null,"d":"'x"}}\
            """);
        files.created("{\"name\":\"B \\n line two\",\"equipment_type\":\"drone\",\"status\":\"repair\"}");
        var events = count("platform.outbox");
        var samples = count("equipment_telemetry");

        files.imported(files.export("?bom=true"), "?mode=upsert")
                .body("state", equalTo("succeeded"))
                .body("result.read", equalTo(2))
                .body("result.unchanged", equalTo(2))
                .body("result.updated", equalTo(0));

        assertThat(count("platform.outbox")).isEqualTo(events);
        assertThat(count("equipment_telemetry")).isEqualTo(samples);
        tenant.manager().get(Files.PATH).then().body("equipment.version", contains(1, 1));
    }

    @Test
    void upsertFindsMachinesByIdElseBySerialAndChangesOnlyWhatIsGiven() {
        var byId = files.created(
                "{\"name\":\"A\",\"equipment_type\":\"pump\",\"brand\":\"Kubota\",\"model\":\"M7\",\"metadata\":{\"k\":1,\"l\":2}}");
        var bySerial = files.created("{\"name\":\"B\",\"equipment_type\":\"drone\",\"serial_number\":\"sn-7\"}");

        files.imported("""
            equipment_id,serial_number,name,equipment_type,brand,status,current_hours,metadata.k
            %s,,A2,,\\N,repair,5,\\N
            ,SN-7,,,DJI,,,
            ,sn-8,C,pivot,,,,
            """.formatted(byId), "?mode=upsert")
                .body("state", equalTo("succeeded"))
                .body("result.created", equalTo(1))
                .body("result.updated", equalTo(2));

        files.machine(byId)
                .body("name", equalTo("A2"))
                .body("brand", nullValue())
                .body("model", equalTo("M7"))
                .body("status", equalTo("repair"))
                .body("current_hours", equalTo(5.0f))
                .body("metadata.k", nullValue())
                .body("metadata.l", equalTo(2))
                .body("version", equalTo(2));
        files.machine(bySerial)
                .body("brand", equalTo("DJI"))
                .body("name", equalTo("B"))
                .body("version", equalTo(2));
    }

    @Test
    void everyErrorNamesItsLineColumnAndCodeAndNothingIsWritten() {
        files.created("{\"name\":\"A\",\"equipment_type\":\"pump\",\"serial_number\":\"taken\",\"current_hours\":9}");

        var job = files.imported("""
            name,equipment_type,year,purchase_price,serial_number,current_lat
            Right,pump,2020,,,
            ,boat,1800,"1,5",TAKEN,
            Twice,pump,,1.005,own,
            Twice,pump,x,,OWN,3
            Short,pump
            """, "")
                .body("state", equalTo("failed"))
                .body("result.read", equalTo(5))
                .body("result.failed", equalTo(4))
                .body("result.created", equalTo(0))
                .body("error_count", equalTo(8));

        job.body(
                        "errors.findAll { it.line == 3 }.code",
                        contains("missing", "enum", "greater_than_equal", "float_parsing"))
                .body("errors.findAll { it.line == 4 }.column", contains("purchase_price"))
                .body("errors.findAll { it.line == 5 }.code", contains("int_parsing", "position_incomplete"))
                .body("errors.findAll { it.line == 6 }.code", contains("column_count"));
        assertThat(files.total()).isEqualTo(1);
    }

    @Test
    void namesTakenInTheTenantOrInTheFileAreDuplicates() {
        var other = files.created(
                "{\"name\":\"A\",\"equipment_type\":\"pump\",\"serial_number\":\"sn-1\",\"qr_code\":\"QR-1\"}");
        var own = files.created("{\"name\":\"B\",\"equipment_type\":\"pump\"}");

        files.imported("""
            equipment_id,name,equipment_type,serial_number,qr_code
            %s,,,SN-1,
            ,New,pump,,QR-1
            ,One,pump,sn-2,
            ,Two,pump,Sn-2,
            eq_none,Three,pump,,
            %s,A2,,,
            %s,A3,,,
            """.formatted(own, other, other), "?mode=upsert")
                .body("state", equalTo("failed"))
                .body("errors.line", contains(2, 3, 5, 6, 8))
                .body(
                        "errors.column",
                        contains("serial_number", "qr_code", "serial_number", "equipment_id", "equipment_id"))
                .body(
                        "errors.code",
                        contains("duplicate", "duplicate", "duplicate", "equipment_not_found", "duplicate"));
    }

    @Test
    void skipWritesTheRightRowsAndTheOutputNamesEveryError() {
        var file = new StringBuilder("name,equipment_type\n");
        for (var i = 0; i < 10_000; i++) {
            file.append("X").append(i).append(",boat\n");
        }
        file.append("Right,pump\n");

        var job = files.imported(file.toString(), "?on_error=skip")
                .body("state", equalTo("succeeded"))
                .body("result.created", equalTo(1))
                .body("result.failed", equalTo(10_000))
                .body("error_count", equalTo(10_000))
                .body("errors", hasSize(100));

        var output = tenant.manager()
                .get(job.extract().<String>path("result_url"))
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString();
        assertThat(output.lines()).hasSize(10_000);
        assertThat(output)
                .startsWith(
                        "{\"line\":2,\"row\":2,\"column\":\"equipment_type\",\"code\":\"enum\",\"message\":\"One of: ");
        assertThat(files.total()).isEqualTo(1);
    }

    @Test
    void aDryRunTellsWhatWouldBecomeOfTheRows() throws SQLException {
        files.imported("name,equipment_type\nA,pump\n,pump\n", "?dry_run=true")
                .body("state", equalTo("succeeded"))
                .body("result.dry_run", equalTo(true))
                .body("result.created", equalTo(1))
                .body("result.failed", equalTo(1))
                .body("errors[0].code", equalTo("missing"));

        assertThat(files.total()).isZero();
        assertThat(count("platform.outbox")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "<!doctype html>%n<html><body>Sign in</body></html>%n|not_csv",
                "name,equipment_type,colour%nA,pump,red%n|unknown_field",
                "name,equipment_type,name%nA,pump,B%n|duplicate",
                "name%nA%n|missing",
                "name,equipment_type%n\"A\"x,pump%n|broken_csv",
                "name,equipment_type%nA,\"pump%nB,pump%n|broken_csv",
            })
    void whatIsNoTableOfMachinesIsRefused(String file, String code) {
        files.imported(file.replace("%n", "\n"), "")
                .body("state", equalTo("failed"))
                .body("errors.code", Matchers.hasItem(code));

        assertThat(files.total()).isZero();
    }

    @Test
    void anotherEncodingIsNamedByRowAndColumn() {
        var file = "name,equipment_type\nK\u00FChler,pump\n".getBytes(StandardCharsets.ISO_8859_1);

        files.finished(files.started(file, ""))
                .body("state", equalTo("failed"))
                .body("errors.line", contains(2))
                .body("errors.column", contains("name"))
                .body("errors.code", contains("not_utf_8"));
    }

    @Test
    void wrongRequestsAreRefusedAtOnce() throws IOException {
        files.post(new byte[0], "").statusCode(422).body("errors[0].code", equalTo("empty_file"));
        files.post("name\n".getBytes(StandardCharsets.UTF_8), "?mode=replace").statusCode(422);
        files.post("name\n".getBytes(StandardCharsets.UTF_8), "?dryrun=true").statusCode(400);
        tenant.manager()
                .contentType("text/html")
                .body("<html></html>")
                .post(Files.PATH + "/import")
                .then()
                .statusCode(415);
        tenant.as("operator")
                .contentType("text/csv")
                .body("name\n")
                .post(Files.PATH + "/import")
                .then()
                .statusCode(403);
        tenant.manager().get("/api/v1/jobs").then().body("items", empty());
    }

    @Test
    void aPackedFileIsUnpackedAndABrokenOneRefused() throws IOException {
        var location = packed(gzip("name,equipment_type\nA,pump\n"))
                .statusCode(202)
                .body("state", equalTo("queued"))
                .extract()
                .header("Location");

        files.finished(location).body("result.created", equalTo(1));
        packed("name".getBytes(StandardCharsets.UTF_8)).statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({"9, a body without its last bytes", "2000000, one of which half is missing"})
    void aPackedFileThatBreaksOffIsRefusedAndNothingOfItStays(int missing, String what) throws Exception {
        var noise = new Random(4711).ints(3_000_000, 'a', 'z').mapToObj(Character::toString);
        var packed = gzip(noise.collect(Collectors.joining()));

        packed(Arrays.copyOf(packed, packed.length - Math.min(missing, packed.length / 2)))
                .statusCode(400)
                .body("code", equalTo("bad_request"));

        assertThat(count("platform.job")).as(what).isZero();
        assertThat(count("platform.job_chunk")).as(what).isZero();
    }

    @Test
    void whatFollowsAnUnreadableBeginningIsReadPastAndTheClientHearsWhy() {
        packed(new byte[20_000_000]).statusCode(400).body("code", equalTo("bad_request"));

        tenant.manager().get("/api/v1/jobs").then().statusCode(200).body("items", empty());
    }

    private ValidatableResponse packed(byte[] file) {
        return tenant.manager()
                .contentType("text/csv")
                .header("Content-Encoding", "gzip")
                .body(file)
                .post(Files.PATH + "/import")
                .then();
    }

    @Test
    void theSameKeyAndFileGiveTheSameJobAgain() {
        var first =
                keyed("name,equipment_type\nA,pump\n").statusCode(202).extract().header("Location");
        files.finished(first);

        keyed("name,equipment_type\nA,pump\n").statusCode(202).header("Location", equalTo(first));
        keyed("name,equipment_type\nB,pump\n").statusCode(422).body("code", equalTo("idempotency_key_reused"));

        tenant.manager().get("/api/v1/jobs").then().body("items", hasSize(1));
        assertThat(files.total()).isEqualTo(1);
    }

    private ValidatableResponse keyed(String file) {
        return tenant.manager()
                .contentType("text/csv")
                .header("Idempotency-Key", "import-1")
                .body(file)
                .post(Files.PATH + "/import")
                .then();
    }

    @Test
    void aFileLargerThanAllowedIs413() throws IOException {
        var line = "x".repeat(1023) + "\n";

        packed(gzip(line.repeat(65 * 1024))).statusCode(413).contentType(containsString("problem+json"));
    }
}
