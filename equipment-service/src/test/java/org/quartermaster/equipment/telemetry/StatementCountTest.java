package org.quartermaster.equipment.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestTenant;

/** Counts the statements of a chunk by what the driver under the session logs. */
@EquipmentTest
class StatementCountTest {
    private final TestTenant tenant = TestTenant.create();
    private final Instant start = Instant.now().minus(Duration.ofDays(2));

    private static List<String> statements(Runnable work) {
        var seen = new CopyOnWriteArrayList<String>();
        var logger = Logger.getLogger("org.hibernate.SQL");
        var before = logger.getLevel();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord log) {
                // The tick of snoozed alerts runs beside.
                if (!log.getMessage().contains("equipment_alerts")) {
                    seen.add(log.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.setLevel(Level.FINE);
        logger.addHandler(handler);
        try {
            work.run();
        } finally {
            logger.removeHandler(handler);
            logger.setLevel(before);
        }
        return seen;
    }

    private List<String> machines(int count) {
        var ids = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            ids.add(tenant.manager()
                    .contentType(ContentType.JSON)
                    .body("{\"name\":\"A\",\"equipment_type\":\"pump\"}")
                    .post("/api/v1/equipment")
                    .then()
                    .extract()
                    .path("equipment_id"));
        }
        return ids;
    }

    private void send(List<String> machines, int from, int to, int accepted) {
        var samples = new ArrayList<String>();
        for (var minute = from; minute < to; minute++) {
            for (var id : machines) {
                samples.add("{\"equipment_id\":\"%s\",\"recorded_at\":\"%s\",\"hours\":%s,\"lat\":1,\"lon\":1}"
                        .formatted(id, start.plus(Duration.ofMinutes(minute)), minute / 100.0));
            }
        }
        tenant.as("operator")
                .contentType(ContentType.JSON)
                .body("[" + String.join(",", samples) + "]")
                .post("/api/v1/telemetry")
                .then()
                .statusCode(200)
                .body("accepted", Matchers.equalTo(accepted));
    }

    @Test
    void chunkCostsTheSameWhateverItHolds() {
        var machines = machines(40);
        send(machines, 0, 1, 40);

        var one = statements(() -> send(machines.subList(0, 1), 1, 2, 1));
        var many = statements(() -> send(machines, 2, 22, 800));
        var late = statements(() -> send(machines, 1, 22, 39));

        assertThat(one).isNotEmpty();
        assertThat(many).hasSameSizeAs(one).hasSizeLessThanOrEqualTo(11);
        assertThat(late).hasSizeLessThanOrEqualTo(13);
    }
}
