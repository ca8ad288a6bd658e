package org.quartermaster.catalog.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.TestStock;
import org.quartermaster.platform.testing.TestTenant;

@CatalogTest
class WarehouseResourceTest {
    private static final String WAREHOUSES = "/api/v1/warehouses";

    private final TestStock stock = new TestStock();

    private ValidatableResponse patch(long id, String json) {
        return stock.tenant()
                .manager()
                .contentType(ContentType.JSON)
                .body(json)
                .patch(WAREHOUSES + "/" + id)
                .then();
    }

    private ValidatableResponse delete(long id) {
        return stock.tenant().manager().delete(WAREHOUSES + "/" + id).then();
    }

    @Test
    void aWarehouseIsOpenedShownChangedAndDeleted() throws SQLException {
        var id = stock.warehouse("W1", 5);
        var tag = stock.tenant()
                .as("viewer")
                .get(WAREHOUSES + "/" + id)
                .then()
                .statusCode(200)
                .body("is_active", equalTo(true))
                .body("priority", equalTo(5))
                .extract()
                .header("ETag");

        patch(id, "{\"address\":\"Quay 1\",\"is_active\":false}")
                .statusCode(200)
                .body("version", equalTo(2))
                .body("is_active", equalTo(false));
        patch(id, "{\"address\":null}").statusCode(200).body("address", nullValue());
        patch(id, "{\"name\":null}").statusCode(422).body("errors[0].code", equalTo("null_not_allowed"));
        stock.tenant()
                .manager()
                .contentType(ContentType.JSON)
                .body("{\"code\":\"W1\",\"name\":\"Yard\"}")
                .put(WAREHOUSES + "/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Yard"))
                .body("priority", equalTo(5));
        stock.tenant()
                .manager()
                .header("If-Match", tag)
                .delete(WAREHOUSES + "/" + id)
                .then()
                .statusCode(412);
        delete(id).statusCode(204);
        delete(id).statusCode(404);
        assertThat(stock.events("warehouse.updated")).isEqualTo(3);
        assertThat(stock.events("warehouse.deleted")).isEqualTo(1);
    }

    @Test
    void warehousesAreListedInTheOrderInWhichTheyAreEmptied() {
        stock.warehouse("FAR", 20);
        var near = stock.warehouse("NEAR", 10);
        patch(near, "{\"is_active\":false}");

        var viewer = stock.tenant().as("viewer");
        viewer.get(WAREHOUSES).then().body("items.code", contains("NEAR", "FAR"));
        stock.tenant().as("viewer").get(WAREHOUSES + "?is_active=true").then().body("items.code", contains("FAR"));
        stock.tenant().as("viewer").get(WAREHOUSES + "?q=nea&sort=-code").then().body("items.code", contains("NEAR"));
    }

    @Test
    void aCodeIsUsedOnce() {
        stock.warehouse("W1", 1);

        stock.tenant()
                .post(WAREHOUSES, "{\"code\":\"W1\",\"name\":\"Again\"}")
                .statusCode(409)
                .body("errors[0].field", equalTo("code"));
        stock.tenant().post(WAREHOUSES, "{\"name\":\" \"}").statusCode(422);
    }

    @Test
    void aWarehouseInWhichStockLiesStays() {
        var id = stock.warehouse("W1", 1);
        stock.receive(stock.product("GL-400"), id, 1);

        delete(id).statusCode(409).body("code", equalTo("in_use"));
    }

    @Test
    void anotherTenantSeesAndChangesNothing() {
        var id = stock.warehouse("W1", 1);
        var stranger = TestTenant.create();

        stranger.as("viewer").get(WAREHOUSES + "/" + id).then().statusCode(404);
        stranger.manager().delete(WAREHOUSES + "/" + id).then().statusCode(404);
        stock.tenant()
                .as("operator")
                .contentType(ContentType.JSON)
                .body("{\"code\":\"W2\",\"name\":\"W2\"}")
                .post(WAREHOUSES)
                .then()
                .statusCode(403);
    }
}
