package org.quartermaster.vehicle.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.vehicle.VehicleTest;

/** What the job of an import tells while it works, and how it is stopped. */
@VehicleTest
class ImportJobTest {
    private static final String FILE = "Lot number,VIN,Year,Make,Sale Date M/D/CY,Sale time (HHMM),Time Zone,"
            + "Location state,Currency Code,Last Updated Time,Odometer\n"
            + "1,,2019,HONDA,20260501,1000,EST,NY,USD,2026-04-01T10:00:00Z,10\n"
            + "2,,2019,HONDA,20260501,1000,EST,NY,USD,2026-04-01T10:00:00Z,ten\n";

    private final TestTenant tenant = TestTenant.create();
    private final String source = "j" + Math.abs(new Random().nextLong());

    private String begun() {
        return tenant.as("data-admin")
                .contentType("text/csv")
                .body(FILE.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports?source=" + source)
                .then()
                .statusCode(202)
                .extract()
                .path("import_id");
    }

    private String merging() {
        var id = begun();
        await("the merge")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> tenant.as("data-admin").get("/api/v1/jobs/" + id).path("progress.phase"),
                        "merging"::equals);
        return id;
    }

    private static Connection holding(String table) throws SQLException {
        var connection = LocalServers.adminConnection("vehicle");
        connection.setAutoCommit(false);
        connection.createStatement().execute("lock table " + table + " in exclusive mode");
        return connection;
    }

    private void awaitState(String path, String state) {
        await(state)
                .atMost(Duration.ofSeconds(60))
                .until(() -> tenant.as("data-admin").get(path).path("state"), state::equals);
    }

    @Test
    void aJobTellsItsPhaseBytesRowsAndWhatWasFoundSoFar() throws SQLException {
        String id;
        try (var lots = holding("vehicle.lots")) {
            id = merging();

            tenant.as("data-admin")
                    .get("/api/v1/jobs/" + id)
                    .then()
                    .body("progress.done", is(FILE.length()))
                    .body("progress.total", is(FILE.length()))
                    .body("progress.counts.rows", is(2))
                    .body("progress.counts.quarantined", is(1));
            lots.rollback();
        }
        awaitState("/api/v1/imports/" + id, "completed");
    }

    @Test
    void aCancelledImportIsRolledBackAlsoInItsMerge() throws SQLException {
        String id;
        try (var lots = holding("vehicle.lots")) {
            id = merging();
            tenant.as("data-admin").delete("/api/v1/jobs/" + id).then().statusCode(200);
            await("the worker hears of it").pollDelay(Duration.ofSeconds(2)).until(() -> true);
            lots.rollback();
        }

        awaitState("/api/v1/imports/" + id, "cancelled");
        tenant.as("viewer")
                .get("/api/v1/lots/by-external/" + source + ":1")
                .then()
                .statusCode(404);
        assertThat(begun()).as("a cancelled file may come again").isNotEqualTo(id);
    }
}
