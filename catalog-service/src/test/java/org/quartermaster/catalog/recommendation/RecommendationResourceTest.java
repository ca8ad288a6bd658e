package org.quartermaster.catalog.recommendation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.catalog.CatalogTest;

/** Recommendations that people work with. */
@CatalogTest
class RecommendationResourceTest {
    private static final String PATH = "/api/v1/recommendations";

    private Workshop workshop;
    private String path;

    @BeforeEach
    void recommend() throws SQLException {
        workshop = new Workshop();
        path = PATH + "/"
                + workshop.tenant
                        .post(PATH, """
                {"title": "Oil", "description": "Change it", "category": "maintenance", "items": [
                  {"kind": "consumable", "product_id": %s, "quantity": 4, "reason": "It is old"},
                  {"kind": "ppe", "selector": {"unspsc": "46181500"}, "reason": "Hot", "mandatory": true}]}
                """.formatted(workshop.product("OIL-1")))
                        .statusCode(201)
                        .extract()
                        .jsonPath()
                        .getString("id");
    }

    private ValidatableResponse patch(int version, String json) {
        return workshop.tenant
                .manager()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + version + ".x\"")
                .body(json)
                .patch(path)
                .then();
    }

    @Test
    void itemsShowTheirProductsPricesAndStock() {
        workshop.tenant
                .as("viewer")
                .get(path)
                .then()
                .statusCode(200)
                .body("status", equalTo("open"))
                .body("priority", equalTo("medium"))
                .body("items.sku", contains("OIL-1", "GL-1"))
                .body("estimated_value", equalTo(32.0f))
                .body("unpriced", equalTo(1))
                .body("recommendation_source", equalTo("manual"));
    }

    @Test
    void workIsBegunAndDoneAndStaysDone() {
        patch(1, "{\"status\": \"completed\"}").statusCode(409).body("code", equalTo("recommendation.state"));
        patch(1, "{\"status\": \"in_progress\"}").statusCode(200).body("version", equalTo(2));
        patch(2, "{\"status\": \"completed\"}").statusCode(200);
        patch(3, "{\"status\": \"open\"}").statusCode(409);
        patch(3, "{\"status\": \"cancelled\"}").statusCode(409);
    }

    @Test
    void aChangeNeedsTheVersionThatItsAuthorSaw() {
        workshop.tenant
                .manager()
                .contentType(ContentType.JSON)
                .body("{\"title\": \"Oil again\"}")
                .patch(path)
                .then()
                .statusCode(428);
        patch(1, "{\"title\": \"Oil again\"}").statusCode(200);
        patch(1, "{\"title\": \"Oil once more\"}").statusCode(412);
    }

    @Test
    void theOutcomeIsKeptPerItemAndRanksTheProductsOfTheNextProposal() throws SQLException {
        var other = new Workshop();
        var item = workshop.tenant.manager().get(path).jsonPath().getLong("items[1].id");

        patch(1, "{\"items\": [{\"id\": %d, \"outcome\": \"dismissed\"}]}".formatted(item))
                .statusCode(200)
                .body("version", equalTo(2))
                .body("items.outcome", contains(null, "dismissed"))
                .body("items.sku", contains("OIL-1", "GL-1"));

        try (var session = CatalogSession.in(workshop.tenant.id())) {
            session.run("""
                    with p as (insert into catalog.product (tenant_id, sku, name, slug, availability)
                      values ('%1$s', 'GL-2', 'Leather glove', 'leather', 'out_of_stock') returning id)
                    insert into catalog.productclassification (tenant_id, product_id, unspsc_code, confidence, status)
                    select '%1$s', id, '46181504', 1, 'confirmed' from p
                    """.formatted(workshop.tenant.id()));
        }
        workshop.tenant
                .post(PATH + "/suggest", "{\"maintenance_type\": \"oil_change\"}")
                .body("items.sku", contains("GL-2"));
        other.tenant
                .post(PATH + "/suggest", "{\"maintenance_type\": \"oil_change\"}")
                .body("items.sku", contains("GL-1"));
    }

    @Test
    void whatIsWrongIsNamed() {
        patch(1, "{\"items\": [{\"id\": 4711, \"kind\": \"part\", \"reason\": \"x\", \"product_id\": 1}]}")
                .statusCode(422)
                .body("errors[0].field", equalTo("items[0].id"));
        patch(1, "{\"confidence_score\": 1.2}").statusCode(422);
        patch(1, "{\"nonsense\": 1}").statusCode(422).body("code", equalTo("unknown_field"));
        patch(1, "{\"outcome\": null}")
                .statusCode(200)
                .body("outcome", nullValue())
                .body("version", equalTo(1));
    }

    @Test
    void theListIsFilteredAndOfTheTenantAlone() throws SQLException {
        var manager = workshop.tenant;

        manager.manager().queryParam("status", "open").get(PATH).then().body("items.title", contains("Oil"));
        manager.manager()
                .queryParam("source", "equipment_alert")
                .get(PATH)
                .then()
                .body("items.size()", equalTo(0));
        new Workshop().tenant.manager().get(path).then().statusCode(404);
    }
}
