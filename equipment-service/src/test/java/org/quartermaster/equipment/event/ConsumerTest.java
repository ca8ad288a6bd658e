package org.quartermaster.equipment.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.quartermaster.platform.testing.Eventually.await;

import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.testing.ForeignEvents;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
@TestProfile(Probed.class)
class ConsumerTest {
    private static final String LETTERS = "/q/dead-letters";

    private final TestTenant tenant = TestTenant.create();

    @BeforeAll
    static void makeTable() throws SQLException {
        try (var connection = LocalServers.adminConnection("equipment");
                var statement = connection.createStatement()) {
            statement.execute("""
                    create schema if not exists testing;
                    create table if not exists testing.effect (
                      n bigint generated always as identity, tenant_id text, event_id text, name text);
                    grant usage on schema testing to equipment_app;
                    grant select, insert on testing.effect to equipment_app;
                    """);
        }
    }

    private String publish(String name) {
        return ForeignEvents.publish("probe", tenant.id(), "thing", "made", "{\"name\":\"" + name + "\"}");
    }

    /** Names of the things whose effect is in the database, in its order. */
    private static List<String> effects(TestTenant owner) throws SQLException {
        try (var connection = LocalServers.adminConnection("equipment");
                var query =
                        connection.prepareStatement("select name from testing.effect where tenant_id = ? order by n")) {
            query.setString(1, owner.id());
            try (var rows = query.executeQuery()) {
                var names = new ArrayList<String>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return names;
            }
        }
    }

    private void awaitEffects(String... names) {
        await("effects").until(() -> effects(tenant).equals(List.of(names)));
    }

    private String awaitDeadLetter() {
        await("a dead letter")
                .until(() -> tenant.as("admin").get(LETTERS).jsonPath().getInt("total") == 1);
        return tenant.as("admin").get(LETTERS).jsonPath().getString("items[0].dead_letter_id");
    }

    @Test
    void anEventHasOneEffectHoweverOftenItIsDelivered() {
        var id = publish("once");
        ForeignEvents.publishAs(id, "probe", tenant.id(), "thing", "made", "{\"name\":\"twice\"}");
        publish("after");

        awaitEffects("once", "after");
    }

    @Test
    void anEventThatFailsComesAgainBeforeLaterOnes() {
        ProbeConsumer.FAILURES.put("stubborn-" + tenant.id(), 2);

        publish("stubborn-" + tenant.id());
        publish("later");

        awaitEffects("stubborn-" + tenant.id(), "later");
    }

    @Test
    void anEventThatGoesOnFailingIsADeadLetterThatCanBeRetried() throws SQLException {
        var name = "poison-" + tenant.id();
        ProbeConsumer.FAILURES.put(name, 4);

        var eventId = publish(name);
        publish("later");
        awaitEffects("later");
        var letter = awaitDeadLetter();

        tenant.as("admin")
                .get(LETTERS + "/" + letter)
                .then()
                .statusCode(200)
                .body("event_id", is(eventId))
                .body("consumer", is("equipment-probe-thing-made"))
                .body("event_type", is("org.quartermaster.probe.thing.made.v1"))
                .body("attempts", is(3))
                .body("error", containsString("told to fail"))
                .body("event.data.name", is(name));
        tenant.as("admin")
                .post(LETTERS + "/" + letter + "/retry")
                .then()
                .statusCode(409)
                .body("code", is("dead_letter_failed"))
                .body("detail", containsString("told to fail"));
        tenant.as("admin").post(LETTERS + "/" + letter + "/retry").then().statusCode(204);
        tenant.as("admin").post(LETTERS + "/" + letter + "/retry").then().statusCode(404);
        assertThat(effects(tenant)).containsExactly("later", name);
    }

    @Test
    void messagesThatCannotBeReadAreDeadAtOnceAndCanBeGivenUp() {
        ForeignEvents.publishRaw("probe", "qm.probe." + tenant.id() + ".thing.made", "no JSON");
        publish("after");
        awaitEffects("after");
        var letter = awaitDeadLetter();

        tenant.as("admin")
                .get(LETTERS + "/" + letter)
                .then()
                .body("event", is("no JSON"))
                .body("attempts", is(1))
                .body("error", containsString("not JSON"));
        var tag = tenant.as("admin").get(LETTERS + "/" + letter).header("ETag");
        tenant.as("admin")
                .header("If-None-Match", tag)
                .get(LETTERS + "/" + letter)
                .then()
                .statusCode(304);
        tenant.as("admin")
                .header("If-Match", "\"99.x\"")
                .delete(LETTERS + "/" + letter)
                .then()
                .statusCode(412);
        tenant.as("admin")
                .header("If-Match", tag)
                .delete(LETTERS + "/" + letter)
                .then()
                .statusCode(204);
        tenant.as("admin").get(LETTERS).then().body("items", empty());
    }

    @Test
    void eventsOfAnUnknownVersionAreDeadAtOnce() {
        ForeignEvents.publishRaw("probe", "qm.probe." + tenant.id() + ".thing.made", """
                {"id":"a1","type":"org.quartermaster.probe.thing.made.v2","tenantid":"%s","subject":"x",
                 "time":"2026-01-01T00:00:00Z","data":{"name":"new"}}""".formatted(tenant.id()));

        var letter = awaitDeadLetter();

        tenant.as("admin").get(LETTERS + "/" + letter).then().body("error", containsString(".v2"));
    }

    @Test
    void deadLettersAreForAdministratorsOfTheirTenant() {
        ForeignEvents.publishRaw("probe", "qm.probe." + tenant.id() + ".thing.made", "no JSON");
        var letter = awaitDeadLetter();
        var other = TestTenant.create().as("admin");

        other.get(LETTERS + "/" + letter).then().statusCode(404);
        TestTenant.create()
                .as("admin")
                .post(LETTERS + "/" + letter + "/retry")
                .then()
                .statusCode(404);
        TestTenant.create().as("admin").delete(LETTERS + "/" + letter).then().statusCode(404);
        tenant.manager().get(LETTERS).then().statusCode(403);
        given().get(LETTERS).then().statusCode(401);
        tenant.as("admin").get(LETTERS).then().body("items", hasSize(1));
    }

    @Test
    void anEffectMayReachAnotherTenantInTheSameTransaction() throws SQLException {
        var other = TestTenant.create();
        ForeignEvents.publish("probe", tenant.id(), "thing", "made", """
                {"name":"both","other_tenant":"%s"}""".formatted(other.id()));

        awaitEffects("both");

        assertThat(effects(other)).containsExactly("both");
    }

    @Test
    void aServerThatDiesDuringAnEffectLeavesItDoneOnce() throws Exception {
        ProbeConsumer.DEADLY.add("deadly-" + tenant.id());
        publish("deadly-" + tenant.id());
        awaitEffects("deadly-" + tenant.id());

        LocalServers.nats().start();
        publish("after");

        awaitEffects("deadly-" + tenant.id(), "after");
    }

    @Test
    void consumersTellHowTheyAreDoing() {
        publish("measured");
        awaitEffects("measured");

        given().get("/q/metrics")
                .then()
                .body(containsString("consumer_lag{consumer=\"equipment-probe-thing-made\"}"))
                .body(containsString(
                        "consumer_events_total{consumer=\"equipment-probe-thing-made\",outcome=\"handled\"}"))
                .body(not(containsString("consumer_lag{consumer=\"equipment-probe-thing-made\"} NaN")));
    }
}
