package org.quartermaster.equipment.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.quartermaster.platform.testing.Eventually.await;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.testing.TestIssuer;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class ExportResourceTest {
    @TestHTTPResource("/")
    URI root;

    private final TestTenant tenant = TestTenant.create();
    private final Files files = new Files(tenant);

    @Test
    void exportIsATableWithAColumnForEachKeyOfTheMetadata() {
        var first = files.created("""
            {"name":"=Pump; \\"A\\"","equipment_type":"pump","year":0,"purchase_price":1200,
             "metadata":{"owner":"North, Ltd","seats":2}}\
            """.replace("\"year\":0,", ""));
        var second = files.created(
                "{\"name\":\"مضخة\",\"equipment_type\":\"drone\",\"current_hours\":0,\"qr_code\":\"QR-1\"}");

        var lines = files.export("").split("\r\n");

        assertThat(lines).hasSize(3);
        assertThat(lines[0]).startsWith("equipment_id,name,name_ar,").endsWith(",metadata.owner,metadata.seats");
        assertThat(lines[1]).startsWith(first + ",\"'=Pump; \"\"A\"\"\",,pump,operational,");
        assertThat(lines[1]).contains(",1200.00,").endsWith(",\"North, Ltd\",2");
        assertThat(lines[2])
                .startsWith(second + ",مضخة,,drone,")
                .contains(",QR-1,")
                .contains(",0.00,");
    }

    @Test
    void exportTakesTheFiltersOfTheListAndShowsNoOtherTenant() {
        files.created("{\"name\":\"A\",\"equipment_type\":\"pump\"}");
        files.created("{\"name\":\"B\",\"equipment_type\":\"drone\"}");
        new Files(TestTenant.create()).created("{\"name\":\"C\",\"equipment_type\":\"pump\"}");

        assertThat(files.export("?equipment_type=pump").lines()).hasSize(2);
        assertThat(files.export("?q=nothing").lines()).hasSize(1);
        tenant.as("viewer").get(Files.PATH + "/export?limit=1").then().statusCode(400);
        tenant.as("viewer").get(Files.PATH + "/export?status=asleep").then().statusCode(422);
        tenant.as("viewer")
                .get(Files.PATH + "/export?include_deleted=true")
                .then()
                .statusCode(403);
    }

    @Test
    void exportIsAFileWithAByteOrderMarkOnRequest() {
        var file = tenant.as("viewer")
                .get(Files.PATH + "/export?bom=true")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/csv; charset=utf-8; header=present"))
                .header("Content-Disposition", containsString("attachment; filename=\"equipment-"))
                .extract()
                .asByteArray();

        assertThat(new String(file, StandardCharsets.UTF_8)).startsWith("\uFEFFequipment_id,");
    }

    @Test
    void exportOfTooManyDifferentKeysIsRefusedBeforeItBegins() {
        for (var half = 0; half < 2; half++) {
            var keys = new StringBuilder();
            for (var i = 0; i < 300; i++) {
                keys.append(i == 0 ? "" : ",")
                        .append("\"k")
                        .append(half * 300 + i)
                        .append("\":1");
            }
            files.created("{\"name\":\"A\",\"equipment_type\":\"pump\",\"metadata\":{" + keys + "}}");
        }

        tenant.as("viewer")
                .get(Files.PATH + "/export")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("too_many_columns"));
    }

    private void insertMachines(int count) throws SQLException {
        try (var connection = LocalServers.adminConnection("equipment");
                var statement = connection.createStatement()) {
            statement.executeUpdate("insert into equipment (tenant_id, equipment_id, name, equipment_type) select '"
                    + tenant.id() + "', 'eq_' || n, repeat('Machine ', 20), 'pump' from generate_series(1, " + count
                    + ") n");
        }
    }

    private static long openTransactions() throws SQLException {
        try (var connection = LocalServers.adminConnection("equipment");
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("select count(*) from pg_stat_activity where usename = 'equipment_app'"
                                + " and state like 'idle in transaction%'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Reads the beginning of an export and hangs up. */
    private void hangUp() throws IOException {
        var token = TestIssuer.shared().token(tenant.id(), "viewer");
        try (var socket = new Socket(root.getHost(), root.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + Files.PATH + "/export HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readNBytes(10_000);
        }
    }

    @Test
    void clientsThatHangUpCostNoConnection() throws SQLException, IOException {
        insertMachines(20_000);

        for (var i = 0; i < 30; i++) {
            hangUp();
        }

        await("no transaction left open").until(() -> openTransactions() == 0);
        assertThat(files.export("").lines()).hasSize(20_001);
    }

    @Test
    void theTemplateHasTheColumnsOfAnExport() {
        var template =
                tenant.as("viewer").get(Files.PATH + "/import/template").then().statusCode(200);

        assertThat(template.extract().asString()).isEqualTo(files.export(""));
        tenant.as("viewer").get(Files.PATH + "/import/template?x=1").then().statusCode(400);
    }
}
