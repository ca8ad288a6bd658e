package org.quartermaster.catalog.kit;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.platform.testing.TestTenant;

/** Kits of a tenant, and those of all. */
@CatalogTest
class KitResourceTest {
    private static final String PATH = "/api/v1/maintenance-kits";
    private static final String OWN = """
            {"maintenance_type": "oil_change", "name": "Oil",
             "items": [{"kind": "part", "selector": {"unspsc": "15121500"}, "quantity": 4}]}
            """;
    private static final String SHARED = OWN.replaceFirst("\\{", "{\"shared\": true, ");

    private final TestTenant tenant = TestTenant.create();
    private String shared;

    @AfterEach
    void takeSharedAway() {
        if (shared != null) {
            tenant.as("data-admin").delete(shared).then().statusCode(204);
        }
    }

    private ValidatableResponse send(String role, String json) {
        return tenant.as(role)
                .contentType(ContentType.JSON)
                .body(json)
                .post(PATH)
                .then();
    }

    private String create(String role, String json) {
        return PATH + "/"
                + send(role, json).statusCode(201).extract().jsonPath().getString("id");
    }

    @Test
    void aKitIsShownAsItWasEntered() {
        tenant.as("viewer")
                .get(create("manager", OWN))
                .then()
                .statusCode(200)
                .body("shared", equalTo(false))
                .body("items[0].selector.unspsc", equalTo("15121500"))
                .body("items[0].quantity", equalTo(4.0f))
                .body("items[0].mandatory", equalTo(false))
                .body("version", equalTo(1));
    }

    @Test
    void changedItemsMakeANewVersionAndTheSameOnesDoNot() {
        var path = create("manager", OWN);

        put(path, OWN).statusCode(200).body("version", equalTo(1));
        put(path, OWN.replace("4}", "5}")).statusCode(200).body("version", equalTo(2));
        tenant.manager().header("If-Match", "\"1.x\"").delete(path).then().statusCode(412);
        tenant.manager().delete(path).then().statusCode(204);
        tenant.manager().get(path).then().statusCode(404);
    }

    private ValidatableResponse put(String path, String json) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body(json)
                .put(path)
                .then();
    }

    @Test
    void aSharedKitIsReadByAllAndChangedByDataAdminsAlone() {
        send("manager", SHARED).statusCode(403);
        send("data-admin", OWN).statusCode(403);
        shared = create("data-admin", SHARED);

        TestTenant.create().as("viewer").get(shared).then().statusCode(200).body("shared", equalTo(true));
        put(shared, OWN).statusCode(403);
        tenant.manager().delete(shared).then().statusCode(403);
    }

    @Test
    void aKitOfATenantIsUnknownToOthers() {
        var path = create("manager", OWN);
        var id = Integer.valueOf(path.substring(PATH.length() + 1));
        var other = TestTenant.create();

        other.manager().get(path).then().statusCode(404);
        other.manager().delete(path).then().statusCode(404);
        other.manager().queryParam("limit", 100).get(PATH).then().body("items.id", not(hasItem(id)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"quantity\": 4 | \"quantity\": 0 | items[0].quantity",
                "\"quantity\": 4 | \"mandatory\": true | items[0].quantity",
                "\"15121500\" | \"1512\" | items[0].selector.unspsc",
                "\"unspsc\" | \"colour\" | items[0].selector.colour",
                "\"15121500\" | \"15121500\", \"features\": [{\"feature_id\": \"EF1\", \"hue\": 1}]"
                        + " | items[0].selector.features[0].hue",
                "\"kind\": \"part\" | \"kind\": \"toy\" | items[0].kind",
                "\"kind\": \"part\" | \"product_id\": 4711 | items[0].product_id",
                "\"name\": \"Oil\" | \"name\": \" \" | name"
            })
    void aWrongValueIsNamed(String part, String wrong, String field) {
        send("manager", OWN.replace(part, wrong)).statusCode(422).body("errors[0].field", equalTo(field));
    }
}
