package org.quartermaster.catalog.recommendation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.platform.testing.TestTenant;

/** Proposals of parts, protective equipment and tools. */
@CatalogTest
class SuggestTest {
    private static final String PATH = "/api/v1/recommendations";

    private Workshop workshop;

    @BeforeEach
    void open() throws SQLException {
        workshop = new Workshop();
    }

    private ValidatableResponse suggest(String json) {
        return workshop.tenant.post(PATH + "/suggest", json).statusCode(200);
    }

    @Test
    void aKitAndTheTaskOfTheMaintenanceGiveItemsWithReasonsPricesAndStock() throws SQLException {
        workshop.kit("", "Oil");

        suggest("{\"maintenance_type\": \"oil_change\"}")
                .body("items.sku", contains("OIL-1", "FIL-1", "GL-1"))
                .body("items.kind", contains("consumable", "part", "ppe"))
                .body("items.mandatory", contains(true, false, true))
                .body("items.in_stock", contains(true, false, true))
                .body("items[0].price", equalTo(8.0f))
                .body("items[1].price", nullValue())
                .body("items[1].reason", equalTo("The filter is changed with the oil"))
                .body("items[2].reason", containsString("Hot oil"))
                .body("estimated_value", equalTo(32.0f))
                .body("unpriced", equalTo(2))
                .body("id", nullValue());

        workshop.tenant.manager().get(PATH).then().body("items.size()", equalTo(0));
    }

    @Test
    void theMostSpecificKitWins() throws SQLException {
        workshop.kit("", "for all");
        workshop.kit("\"brand\": \"Acme\",", "for the brand");
        workshop.kit("\"brand\": \"Acme\", \"model\": \"T-8\",", "for the model");

        suggest("{\"maintenance_type\": \"oil_change\", \"brand\": \"acme\", \"model\": \"t-8\"}")
                .body("items[0].reason", containsString("for the model"));
        suggest("{\"maintenance_type\": \"oil_change\", \"brand\": \"Acme\", \"model\": \"T-9\"}")
                .body("items[0].reason", containsString("for the brand"));
        suggest("{\"maintenance_type\": \"oil_change\", \"brand\": \"Other\"}")
                .body("items[0].reason", containsString("for all"));
    }

    @Test
    void anUnknownMaintenanceTypeIsSaidToBeUnknown() {
        suggest("{\"maintenance_type\": \"exorcism\"}")
                .body("items.size()", equalTo(0))
                .body("estimated_value", nullValue())
                .body("notes", contains("No kit for the maintenance type exorcism"));
    }

    @Test
    void aTaskInWordsIsFound() {
        suggest("{\"task\": \"changing oil\"}").body("items.sku", contains("GL-1"));
    }

    @Test
    void savingIsForManagersAndKeepsTheItems() throws SQLException {
        workshop.kit("", "Oil");
        var json = "{\"maintenance_type\": \"oil_change\", \"save\": true}";

        var id = suggest(json).extract().jsonPath().getString("id");

        workshop.tenant
                .as("viewer")
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("recommendation_source", equalTo("rules"))
                .body("items.sku", contains("OIL-1", "FIL-1", "GL-1"));
        workshop.tenant
                .as("viewer")
                .contentType("application/json")
                .body(json)
                .post(PATH + "/suggest")
                .then()
                .statusCode(403);
    }

    @Test
    void anotherTenantsKitsAndArticlesStayUnknown() throws SQLException {
        workshop.kit("", "Oil");

        TestTenant.create()
                .post(PATH + "/suggest", "{\"maintenance_type\": \"oil_change\"}")
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
    void aQuestionAboutNothingIsRefused() {
        workshop.tenant
                .post(PATH + "/suggest", "{\"brand\": \"Acme\"}")
                .statusCode(422)
                .body("errors[0].field", equalTo("task"));
        workshop.tenant
                .post(PATH + "/suggest", "{\"quotation_id\": 4711}")
                .statusCode(422)
                .body("errors[0].code", equalTo("reference.unknown"));
    }
}
