package org.quartermaster.catalog.recommendation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.quartermaster.platform.testing.Eventually.await;

import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.catalog.CatalogTest;
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

    @Test
    void anAlertWithAWrongMemberIsADeadLetter() {
        publish("raised", ALERT.replace("\"critical\"", "7"));

        await("a dead letter").untilAsserted(() -> workshop.tenant
                .as("admin")
                .get("/q/dead-letters")
                .then()
                .statusCode(200)
                .body("items.error", contains(containsString("priority is no text"))));
        awaitCount(0);
    }
}
