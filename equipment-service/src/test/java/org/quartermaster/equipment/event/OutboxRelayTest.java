package org.quartermaster.equipment.event;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.quartermaster.platform.testing.Eventually.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Nats;
import io.nats.client.PullSubscribeOptions;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class OutboxRelayTest {
    private static final String PATH = "/api/v1/equipment";
    private static final int WRITERS = 16;
    private static final int CHANGES = 6;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestTenant tenant = TestTenant.create();

    private String create(String name) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"" + name + "\",\"equipment_type\":\"pump\"}")
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("equipment_id");
    }

    private void rename(String id, String name) {
        tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"" + name + "\"}")
                .put(PATH + "/" + id)
                .then()
                .statusCode(200);
    }

    /** All events of the tenant in the stream, in its order. */
    private List<JsonNode> events(int expected) throws Exception {
        try (var connection = Nats.connect(LocalServers.natsUrl())) {
            var subscription = connection
                    .jetStream()
                    .subscribe(
                            "qm.equipment." + tenant.id() + ".>",
                            PullSubscribeOptions.builder().stream("QM_EQUIPMENT")
                                    .build());
            var found = new ArrayList<JsonNode>();
            await("events in the stream").until(() -> {
                found.addAll(fetch(subscription));
                return found.size() >= expected;
            });
            found.addAll(fetch(subscription));
            return found;
        }
    }

    private static List<JsonNode> fetch(JetStreamSubscription subscription) throws IOException, JetStreamApiException {
        var found = new ArrayList<JsonNode>();
        for (var message : subscription.fetch(100, Duration.ofMillis(300))) {
            found.add(JSON.readTree(message.getData()));
            message.ack();
        }
        return found;
    }

    @Test
    void everyChangeGivesOneEventInTheOrderOfTheVersions() throws Exception {
        var id = create("one");
        tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"maintenance_type\":\"repair\",\"description\":\"Leak\"}")
                .post(PATH + "/" + id + "/alerts")
                .then()
                .statusCode(201);
        rename(id, "two");
        rename(id, "two");
        tenant.manager().post(PATH + "/" + id + "/status?status=repair").then().statusCode(200);
        tenant.manager().delete(PATH + "/" + id).then().statusCode(204);

        var events = events(6).stream()
                .filter(event -> event.get("type").textValue().contains(".equipment.equipment."))
                .toList();

        assertThat(events)
                .extracting(event -> event.get("type").textValue())
                .containsExactly(
                        "org.quartermaster.equipment.equipment.created.v1",
                        "org.quartermaster.equipment.equipment.updated.v1",
                        "org.quartermaster.equipment.equipment.status_changed.v1",
                        "org.quartermaster.equipment.equipment.deleted.v1");
        assertThat(events)
                .extracting(event -> event.at("/data/version").intValue())
                .containsExactly(1, 2, 3, 4);
        assertThat(events.get(1).at("/data/changed").toString()).isEqualTo("[\"name\"]");
        assertThat(events.get(2).at("/data/previous/status").textValue()).isEqualTo("operational");
        assertThat(events).extracting(event -> event.get("id").textValue()).doesNotHaveDuplicates();
    }

    @Test
    void concurrentChangesKeepTheOrderOfEachMachine() throws Exception {
        var shared = create("shared");
        Callable<Void> writer = () -> {
            var own = create("own");
            for (var i = 1; i <= CHANGES; i++) {
                rename(own, "own " + i);
                rename(shared, UUID.randomUUID().toString());
            }
            return null;
        };
        var threads = Executors.newFixedThreadPool(WRITERS);
        try {
            for (var done : threads.invokeAll(Collections.nCopies(WRITERS, writer))) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }

        var events = events(1 + WRITERS + 2 * WRITERS * CHANGES);

        assertThat(events)
                .extracting(event -> event.get("id").textValue())
                .containsExactlyInAnyOrderElementsOf(outboxIds());
        var versions = events.stream()
                .collect(groupingBy(
                        event -> event.get("subject").textValue(),
                        mapping(event -> event.at("/data/version").intValue(), toList())));
        assertThat(versions).hasSize(1 + WRITERS);
        assertThat(versions.values())
                .allSatisfy(each -> assertThat(each).isSorted().doesNotHaveDuplicates());
    }

    @Test
    void eventsCarryTheTraceOfTheirRequestOn() throws Exception {
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        tenant.manager()
                .header("traceparent", trace)
                .contentType(ContentType.JSON)
                .body("{\"name\":\"traced\",\"equipment_type\":\"pump\"}")
                .post(PATH)
                .then()
                .statusCode(201);

        assertThat(events(1).get(0).path("traceparent").asText()).isEqualTo(trace);
    }

    @Test
    void writesGoOnWithoutNatsAndTheirEventsFollow() throws Exception {
        var nats = LocalServers.nats();
        nats.stop();
        try {
            create("written without NATS");
            RestAssured.given().get("/q/health/ready").then().statusCode(200);
            await("a metric that tells of it")
                    .until(() -> gauge("outbox_pending") >= 1 && gauge("outbox_oldest_seconds") > 0);
        } finally {
            nats.start();
        }

        assertThat(events(1)).hasSize(1);
    }

    @Test
    void refusedChangesLeaveNoEvent() throws Exception {
        var id = create("one");
        tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"year\":1}")
                .put(PATH + "/" + id)
                .then()
                .statusCode(422)
                .body("code", equalTo("validation_failed"));

        assertThat(events(1)).hasSize(1);
        assertThat(outboxIds()).hasSize(1);
    }

    private static double gauge(String name) {
        return RestAssured.given()
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElse(-1);
    }

    private List<String> outboxIds() throws SQLException {
        try (var connection = LocalServers.adminConnection("equipment");
                var query = connection.prepareStatement("select event_id from platform.outbox where tenant_id = ?")) {
            query.setString(1, tenant.id());
            try (var rows = query.executeQuery()) {
                var ids = new ArrayList<String>();
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
                return ids;
            }
        }
    }
}
