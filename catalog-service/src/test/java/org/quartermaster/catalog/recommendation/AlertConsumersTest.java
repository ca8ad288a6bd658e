package org.quartermaster.catalog.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.quartermaster.platform.testing.Eventually.await;

import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.Shop;
import org.quartermaster.platform.testing.ForeignEvents;

/** What machines need becomes a recommendation. */
@CatalogTest
class AlertConsumersTest {
    private static final String PATH = "/api/v1/recommendations";
    private static final String ALERT = """
            {"alert_id": "alert_1", "equipment_id": "eq_1", "equipment_name": "Tractor 3",
             "maintenance_type": "oil_change", "description": "It is time", "priority": "critical", "due_at": null,
             "brand": "Acme", "required_parts": [{"sku": "fil-1", "quantity": 2}]}
            """;

    private Workshop workshop;

    @BeforeEach
    void open() throws SQLException {
        workshop = new Workshop();
    }

    private void publish(String verb, String alert) {
        ForeignEvents.publish("equipment", workshop.tenant.id(), "alert", verb, alert);
    }

    private ValidatableResponse list() {
        return workshop.tenant.manager().get(PATH).then().statusCode(200);
    }

    private void awaitCount(int count) {
        await(count + " recommendations").untilAsserted(() -> list().body("items.size()", equalTo(count)));
    }

    @Test
    void anAlertBecomesOneRecommendationWithItsPartsFirst() throws SQLException {
        workshop.kit("", "Oil");

        publish("raised", ALERT);
        publish("raised", ALERT);
        publish("raised", ALERT.replace("alert_1", "alert_2"));

        awaitCount(2);
        list().body("items[1].title", equalTo("oil change: Tractor 3"))
                .body("items[1].priority", equalTo("urgent"))
                .body("items[1].source_ref", equalTo("alert_1"))
                .body("items[1].client_requirements.equipment_id", equalTo("eq_1"))
                .body("items[1].items.sku", contains("FIL-1", "OIL-1", "GL-1"))
                .body("items[1].items.kind", contains("part", "consumable", "ppe"))
                .body("items[1].items[0].quantity", equalTo(2.0f));
    }

    @Test
    void anAlertThatIsOverCancelsWhatNobodyHasBegunWith() {
        publish("raised", ALERT);
        awaitCount(1);

        publish("resolved", ALERT);

        await("it is cancelled").untilAsserted(() -> list().body("items.status", contains("cancelled")));
    }

    @Test
    void workThatSomebodyHasBegunWithGoesOnWhenItsAlertIsOver() {
        publish("raised", ALERT);
        awaitCount(1);
        int id = list().extract().path("items[0].id");
        workshop.tenant
                .manager()
                .contentType("application/json")
                .header("If-Match", "*")
                .body("{\"status\": \"in_progress\"}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(200);

        publish("resolved", ALERT);
        publish("raised", ALERT.replace("alert_1", "alert_2"));
        awaitCount(2);
        publish("resolved", ALERT.replace("alert_1", "alert_2"));

        await("the second one is cancelled")
                .untilAsserted(() -> list().body("items.status", contains("cancelled", "in_progress")));
    }

    @Test
    void aRecommendationIsToldWithItsItems() throws SQLException {
        workshop.kit("", "Oil");

        publish("raised", ALERT.replace("null", "\"2030-05-31T10:00:00Z\""));
        awaitCount(1);

        list().body("items[0].due_date", equalTo("2030-05-31T10:00:00Z"));
        var told = new Shop(workshop.tenant).event("recommendation.created");
        assertThat(told.get("source_ref").asText()).isEqualTo("alert_1");
        assertThat(told.get("items"))
                .extracting(item -> item.get("sku").asText())
                .containsExactly("FIL-1", "OIL-1", "GL-1");
        assertThat(told.get("unpriced").intValue()).isEqualTo(2);
    }

    @Test
    void anUnknownMaintenanceTypeGetsTheGeneralKitAndANote() throws SQLException {
        workshop.tenant
                .post("/api/v1/maintenance-kits", """
                        {"maintenance_type": "general", "name": "Rags", "items": [
                          {"kind": "consumable", "product_id": %s, "quantity": 1}]}
                        """.formatted(workshop.product("GL-1")))
                .statusCode(201);

        publish("raised", ALERT.replace("oil_change", "moon_phase"));
        awaitCount(1);

        list().body("items[0].items.sku", contains("FIL-1", "GL-1"))
                .body("items[0].evidence.text", contains(containsString("moon_phase")));
    }

    @Test
    void anAlertThatWasOverBeforeItWasHeardOfIsNotRecommended() {
        publish("resolved", ALERT);
        await("it is noted").until(() -> {
            try (var session = CatalogSession.in(workshop.tenant.id())) {
                return session.value("select alert_id from catalog.alertover") != null;
            }
        });

        publish("raised", ALERT);
        publish("raised", ALERT.replace("alert_1", "alert_2"));

        awaitCount(1);
        list().body("items.source_ref", contains("alert_2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"critical\" | 7 | priority is no text",
                "\"critical\" | \"deadly\" | priority is deadly",
                "\"alert_1\" | null | alert_id is missing",
                "\"oil_change\" | \" \" | maintenance_type is missing",
                "\"Acme\" | [] | brand is no text",
                "\"due_at\": null | \"due_at\": 5 | due_at is no text",
                "\"due_at\": null | \"due_at\": \"soon\" | due_at is no time",
                "\"due_at\": null, | `` | due_at is missing",
                "\"quantity\": 2 | \"quantity\": \"two\" | quantity of fil-1 is no amount"
            })
    void anAlertWithAWrongMemberIsADeadLetter(String member, String wrong, String reason) {
        publish("raised", ALERT.replace(member, wrong));

        await("a dead letter").untilAsserted(() -> workshop.tenant
                .as("admin")
                .get("/q/dead-letters")
                .then()
                .statusCode(200)
                .body("items.error", contains(containsString(reason))));
        awaitCount(0);
    }
}
