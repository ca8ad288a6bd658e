package org.quartermaster.equipment.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.quartermaster.platform.testing.Eventually.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.testing.TestTenant;

/** Imports that are cancelled, or whose worker dies, while they write. */
@EquipmentTest
class ImportRecoveryTest {
    private static final int ROWS = Math.min(10_000, Integer.getInteger("rows"));

    private final TestTenant tenant = TestTenant.create();
    private final Files files = new Files(tenant);

    private static byte[] rows() {
        var file = new StringBuilder("name,equipment_type,serial_number\n");
        for (var i = 0; i < ROWS; i++) {
            file.append("Machine ").append(i).append(",pump,sn-").append(i).append('\n');
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void awaitWriting(String job) {
        await("the writing")
                .pollInterval(Duration.ofMillis(50))
                .until(() -> tenant.manager().get(job).then().extract().path("progress.total") != null);
    }

    private static Connection database() throws SQLException {
        return LocalServers.adminConnection("equipment");
    }

    private long count(String what) throws SQLException {
        try (var connection = database();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from " + what + " and tenant_id = '" + tenant.id() + "'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** As if another replica had taken the worker for dead, and died itself. */
    private void loseWorker() throws SQLException {
        try (var connection = database();
                var statement = connection.createStatement()) {
            statement.executeUpdate("update platform.job set attempt = attempt + 1,"
                    + " lease_until = now() - interval '1 second' where tenant_id = '" + tenant.id() + "'");
        }
    }

    @Test
    void aCancelledImportThatStopsAtErrorsLeavesNothing() throws SQLException {
        var job = files.started(rows(), "");
        awaitWriting(job);

        tenant.manager().delete(job).then().statusCode(200);

        files.finished(job).body("state", equalTo("cancelled"));
        assertThat(files.total()).isZero();
        assertThat(count("platform.outbox where true")).isZero();
    }

    @Test
    void anImportWhoseWorkerDiesIsFinishedByTheNextOneAndNothingIsWrittenTwice() throws SQLException {
        var job = files.started(rows(), "?on_error=skip");
        awaitWriting(job);

        loseWorker();

        files.finished(job)
                .body("state", equalTo("succeeded"))
                .body("result.read", equalTo(ROWS))
                .body("result.created", equalTo(ROWS));
        assertThat(files.total()).isEqualTo(ROWS);
        assertThat(count("platform.outbox where entity = 'equipment'")).isEqualTo(ROWS);
        assertThat(count("platform.outbox where entity = 'import'")).isEqualTo(1);
        assertThat(count("equipment_status_history where true")).isEqualTo(ROWS);
    }
}
