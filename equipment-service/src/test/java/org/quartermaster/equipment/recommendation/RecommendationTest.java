package org.quartermaster.equipment.recommendation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.quartermaster.platform.testing.Eventually.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.ForeignEvents;
import org.quartermaster.platform.testing.TestTenant;

/** Parts, tools and protection of the catalogue stand on the alert that asked for them. */
@EquipmentTest
class RecommendationTest {
    private static final String FILTER = """
            {"kind":"part","product_id":"p-1","sku":"FLT-1","name":"Oil filter","name_ar":"فلتر زيت","quantity":1,
             "uom":"C62","mandatory":true,"reason":"every oil change","standards":["ISO 4548"],"price":12.40,
             "currency":"USD","in_stock":true,"selector":{"class":"27110000"}}""";
    private static final String GLOVES = "{\"kind\":\"ppe\"}";

    private final TestTenant tenant = TestTenant.create();
    private String alert;

    @BeforeEach
    void machineWithAnAlert() {
        var machine = create("/api/v1/equipment", "{\"name\":\"A\",\"equipment_type\":\"pump\"}", "equipment_id");
        alert = create(
                "/api/v1/equipment/" + machine + "/alerts",
                "{\"maintenance_type\":\"oil_change\",\"description\":\"Oil\"}",
                "alert_id");
    }

    private String create(String path, String body, String id) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path(id);
    }

    private static String data(String id, String ref, String... items) {
        return "{\"id\":\"%s\",\"recommendation_source\":\"equipment_alert\",\"source_ref\":\"%s\",\"items\":[%s]}"
                .formatted(id, ref, String.join(",", items));
    }

    private void publish(String verb, String data) {
        ForeignEvents.publish("catalog", tenant.id(), "recommendation", verb, data);
    }

    private JsonPath shown() {
        return tenant.as("viewer").get("/api/v1/alerts/" + alert).jsonPath();
    }

    private List<String> kinds() {
        return shown().getList("recommendations.kind");
    }

    private void awaitKinds(String... kinds) {
        await("recommendations").until(() -> kinds().equals(List.of(kinds)));
    }

    @Test
    void aRecommendationIsShownOnItsAlertAndUpdatedAndCancelled() {
        publish("created", data("r-1", alert, FILTER));
        awaitKinds("part");
        tenant.as("viewer")
                .get("/api/v1/equipment/alerts")
                .then()
                .body("alerts[0].recommendations[0].recommendation_id", equalTo("r-1"))
                .body("alerts[0].recommendations[0].line_no", equalTo(1))
                .body("alerts[0].recommendations[0].sku", equalTo("FLT-1"))
                .body("alerts[0].recommendations[0].name_ar", equalTo("فلتر زيت"))
                .body("alerts[0].recommendations[0].quantity", equalTo(1.000f))
                .body("alerts[0].recommendations[0].mandatory", equalTo(true))
                .body("alerts[0].recommendations[0].unit_price", equalTo(12.4000f))
                .body("alerts[0].recommendations[0].in_stock", equalTo(true))
                .body("alerts[0].recommendations[0].standards", contains("ISO 4548"));

        publish("updated", data("r-1", alert, FILTER, GLOVES));
        awaitKinds("part", "ppe");
        tenant.as("viewer")
                .get("/api/v1/alerts/" + alert)
                .then()
                .body("recommendations[1].mandatory", equalTo(false))
                .body("recommendations[1].standards", nullValue())
                .body("version", equalTo(1));

        publish("cancelled", data("r-1", alert));
        awaitKinds();
    }

    @Test
    void recommendationsOfOtherSourcesUnknownAlertsAndOtherTenantsHaveNoEffect() {
        ForeignEvents.publish(
                "catalog", TestTenant.create().id(), "recommendation", "created", data("r-0", alert, FILTER));
        publish("created", data("r-1", "alert_unknown", FILTER));
        publish("created", data("r-2", alert, FILTER).replace("equipment_alert", "manual"));
        publish("created", data("r-3", alert, GLOVES));

        awaitKinds("ppe");
        given().get("/q/metrics").then().body(containsString("recommendations_ignored_total"));
    }

    @Test
    void aResolvedAlertKeepsWhatItShowed() {
        publish("created", data("r-1", alert, GLOVES));
        awaitKinds("ppe");
        tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"done\"}")
                .post("/api/v1/alerts/" + alert + "/resolve")
                .then()
                .statusCode(200);

        publish("cancelled", data("r-1", alert));
        publish("updated", data("r-1", alert, FILTER));
        awaitHandled("updated");
        awaitHandled("cancelled");

        assertThat(kinds()).containsExactly("ppe");
    }

    /** Publishes a recommendation for a second alert and waits for it, as the events of a subject come in order. */
    private void awaitHandled(String verb) {
        var first = alert;
        machineWithAnAlert();
        var id = "r-" + UUID.randomUUID();
        if (verb.equals("cancelled")) {
            publish("created", data(id, alert, GLOVES));
            awaitKinds("ppe");
            publish("cancelled", data(id, alert));
            awaitKinds();
        } else {
            publish(verb, data(id, alert, GLOVES));
            awaitKinds("ppe");
        }
        alert = first;
    }

    @Test
    void anEventThatIsOlderThanWhatIsKnownChangesNothing() {
        publish("cancelled", data("r-1", alert));
        awaitHandled("cancelled");

        publishAt("created", Instant.now().minusSeconds(60), data("r-1", alert, FILTER));
        publish("created", data("r-2", alert, GLOVES));

        awaitKinds("ppe");
    }

    private void publishAt(String verb, Instant time, String data) {
        ForeignEvents.publishRaw("catalog", "qm.catalog." + tenant.id() + ".recommendation." + verb, """
                {"specversion":"1.0","id":"%s","source":"urn:quartermaster:catalog",
                 "type":"org.quartermaster.catalog.recommendation.%s.v1","subject":"x","time":"%s",
                 "tenantid":"%s","actorid":"system","actortype":"system","data":%s}
                """.formatted(
                        UUID.randomUUID(), verb, time, tenant.id(), data));
    }

    @Test
    void lowStockIsShownOnUnresolvedAlertsByProductOrSku() {
        publish("created", data("r-1", alert, FILTER, GLOVES));
        publish("created", data("r-2", alert, FILTER.replace("p-1", "p-2")));
        awaitKinds("part", "ppe", "part");

        stock("{\"product_id\":\"p-1\",\"in_stock\":false}");
        awaitStock("FLT-1", List.of(false, true));

        stock("{\"product_id\":\"p-9\",\"sku\":\"FLT-1\",\"in_stock\":false,\"available\":0}");
        awaitStock("FLT-1", List.of(false, false));
    }

    private void stock(String data) {
        ForeignEvents.publish("catalog", tenant.id(), "inventory", "low", data);
    }

    private void awaitStock(String sku, List<Boolean> stocks) {
        await("stock").until(() -> shown().getList("recommendations.findAll { it.sku == '" + sku + "' }.in_stock")
                .equals(stocks));
    }
}
