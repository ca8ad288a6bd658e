package org.quartermaster.equipment.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quartermaster.platform.testing.Eventually.await;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.testing.TestIssuer;
import org.quartermaster.platform.testing.TestTenant;

/** The stream of a long range, and clients that do not read it to the end. */
@EquipmentTest
class SampleExportTest {
    private static final int SAMPLES = 100_000;

    private final TestTenant tenant = TestTenant.create();

    private Socket ask(SampleRows rows) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        var request = "GET " + rows.path("telemetry") + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\n"
                + "Authorization: Bearer " + TestIssuer.shared().token(tenant.id(), "viewer") + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 200");
        return socket;
    }

    /** Sessions of requests that are in a transaction. */
    private static int busy() throws SQLException {
        try (var connection = LocalServers.adminConnection("equipment");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from pg_stat_activity"
                        + " where usename = 'equipment_app' and state <> 'idle'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void clientsThatStopReadingOrLeaveHoldNoConnection() throws IOException, SQLException {
        var rows = SampleRows.of(tenant).addSeries("2026-03-01T00:00:00Z", 1, SAMPLES);
        var sockets = new ArrayList<Socket>();
        for (var i = 0; i < 30; i++) {
            sockets.add(ask(rows));
        }

        await("streams that nobody reads are in no transaction").until(() -> busy() == 0);
        tenant.as("viewer").get(rows.path("telemetry")).then().statusCode(200);
        for (var socket : sockets) {
            socket.close();
        }

        await("streams that were left are in no transaction").until(() -> busy() == 0);
        var lines = tenant.as("viewer")
                .accept("text/csv")
                .get(rows.path("telemetry"))
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .split("\r\n");
        assertThat(lines).hasSize(1 + SAMPLES).doesNotHaveDuplicates();
    }
}
