package org.quartermaster.catalog.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.comparesEqualTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.TestStock;
import org.quartermaster.platform.testing.TestTenant;

@CatalogTest
class InventoryResourceTest {
    private static final long NONE = 999_999_999;

    private final TestStock stock = new TestStock();
    private long product;
    private long warehouse;

    @BeforeEach
    void openAWarehouse() {
        product = stock.product("GL-400");
        warehouse = stock.warehouse("W1", 1);
    }

    private ValidatableResponse put(String json) {
        return stock.tenant()
                .manager()
                .contentType(ContentType.JSON)
                .body(json)
                .put("/api/v1/inventory/" + product + "/" + warehouse)
                .then();
    }

    private ValidatableResponse transfer(long to, String quantity) {
        return stock.tenant()
                .post(
                        "/api/v1/stock-transfers",
                        "{\"product_id\":%d,\"from_warehouse_id\":%d,\"to_warehouse_id\":%d,\"quantity\":%s}"
                                .formatted(product, warehouse, to, quantity));
    }

    private ValidatableResponse get(String path) {
        return stock.tenant().as("viewer").get("/api/v1/" + path).then();
    }

    @Test
    void aReceiptOpensTheStockAndAnIssueTakesOfIt() {
        var received = stock.move(product, warehouse, "receipt", "25")
                .statusCode(201)
                .body("delta_on_hand", comparesEqualTo(25f))
                .body("on_hand_after", comparesEqualTo(25f));
        stock.tenant()
                .as("viewer")
                .get(received.extract().header("Location"))
                .then()
                .statusCode(200)
                .body("kind", equalTo("receipt"));

        stock.move(product, warehouse, "issue", "5").statusCode(201).body("delta_on_hand", comparesEqualTo(-5f));
        stock.move(product, warehouse, "adjustment", "-1").statusCode(201);

        stock.inventory(product, warehouse).statusCode(200).body("quantity_on_hand", comparesEqualTo(19f));
        get("stock-movements?product_id=" + product)
                .body("items.kind", contains("adjustment", "issue", "receipt"))
                .body("items[0].on_hand_after", comparesEqualTo(19f));
        get("stock-movements?kind=issue").body("items", hasSize(1));
        stock.requireConsistent();
    }

    @Test
    void whatIsReservedStays() {
        stock.receive(product, warehouse, 5);
        stock.reserve(TestStock.line(product, 3)).statusCode(201);

        stock.move(product, warehouse, "issue", "3")
                .statusCode(409)
                .body("code", equalTo("stock.insufficient"))
                .body("errors[0].wanted", comparesEqualTo(3f))
                .body("errors[0].available", comparesEqualTo(2f));
        stock.move(product, warehouse, "adjustment", "-3").statusCode(409);
        transfer(stock.warehouse("W2", 2), "3").statusCode(409);
        stock.move(product, warehouse, "issue", "2").statusCode(201);
        stock.requireConsistent();
    }

    @Test
    void aTransferLeavesTheSumAsItIs() {
        var to = stock.warehouse("W2", 2);
        stock.receive(product, warehouse, 5);

        transfer(to, "2")
                .statusCode(201)
                .body("out.kind", equalTo("transfer_out"))
                .body("in.warehouse_id", equalTo((int) to));

        stock.inventory(product, warehouse).body("quantity_on_hand", comparesEqualTo(3f));
        stock.inventory(product, to).body("quantity_on_hand", comparesEqualTo(2f));
        transfer(warehouse, "1").statusCode(422).body("errors[0].field", equalTo("to_warehouse_id"));
        transfer(NONE, "1").statusCode(422).body("errors[0].field", equalTo("to_warehouse_id"));
        stock.requireConsistent();
    }

    @Test
    void lowStockIsToldOnceUntilItRoseAgain() throws SQLException {
        put("{\"reorder_level\":3,\"reorder_quantity\":50,\"quantity_incoming\":9}")
                .statusCode(201);
        put("{\"quantity_incoming\":0}").statusCode(200).body("low_since", notNullValue());
        stock.receive(product, warehouse, 5);
        get("inventory/alerts").body("items", empty());

        stock.move(product, warehouse, "issue", "2").statusCode(201);
        stock.move(product, warehouse, "issue", "1").statusCode(201);
        stock.reserve(TestStock.line(product, 1)).statusCode(201);

        assertThat(stock.events("inventory.low")).isEqualTo(2);
        get("inventory/alerts").body("items.product_id", contains((int) product));
        get("inventory?low=true").body("total", equalTo(1));
        stock.receive(product, warehouse, 50);
        stock.inventory(product, warehouse).body("low_since", nullValue());
        stock.move(product, warehouse, "issue", "50").statusCode(201);
        assertThat(stock.events("inventory.low")).isEqualTo(3);
        assertThat(stock.events("inventory.changed")).isEqualTo(8);
    }

    @Test
    void whatIsOnItsWayCountsAgainstLowStock() throws SQLException {
        put("{\"quantity_incoming\":11}").statusCode(201).body("low_since", nullValue());

        assertThat(stock.events("inventory.low")).isZero();
    }

    @Test
    void availabilityOfTheProductFollowsTheSum() {
        var other = stock.warehouse("W2", 2);
        stock.run("update catalog.product set availability = 'backorder'");
        stock.receive(product, warehouse, 1);
        stock.receive(product, other, 1);
        assertThat(stock.availability(product)).isEqualTo("in_stock");

        stock.move(product, warehouse, "issue", "1").statusCode(201);
        assertThat(stock.availability(product)).isEqualTo("in_stock");
        stock.move(product, other, "issue", "1").statusCode(201);
        assertThat(stock.availability(product)).isEqualTo("out_of_stock");
        stock.receive(product, other, 1);
        stock.run("update catalog.product set allow_backorder = true");
        stock.move(product, other, "issue", "1").statusCode(201);
        assertThat(stock.availability(product)).isEqualTo("backorder");
    }

    @Test
    void settingsOfTheStockAreKept() {
        var supplier = stock.sql("""
                insert into catalog.supplier (tenant_id, code, name) values (:t, 'S1', 'Supplier') returning id
                """);

        put("{\"supplier_id\":%s,\"warehouse_location\":\"A-04\",\"reorder_level\":0.5}".formatted(supplier))
                .statusCode(201)
                .body("supplier_id", equalTo(Integer.parseInt(supplier)))
                .body("warehouse_location", equalTo("A-04"))
                .body("reorder_quantity", comparesEqualTo(100f));
        var tag = put("{\"supplier_id\":null}")
                .statusCode(200)
                .body("supplier_id", nullValue())
                .body("warehouse_location", equalTo("A-04"))
                .extract()
                .header("ETag");
        put("{\"warehouse_location\":\"A-05\"}").statusCode(200);
        stock.tenant()
                .manager()
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body("{\"warehouse_location\":\"A-06\"}")
                .put("/api/v1/inventory/" + product + "/" + warehouse)
                .then()
                .statusCode(412);
        put("{\"supplier_id\":" + NONE + "}").statusCode(422).body("errors[0].code", equalTo("reference.unknown"));
        put("{\"quantity_on_hand\":1}").statusCode(422).body("errors[0].code", equalTo("unknown_field"));
        put("{\"reorder_level\":null}").statusCode(422).body("errors[0].code", equalTo("null_not_allowed"));
        stock.tenant()
                .manager()
                .contentType(ContentType.JSON)
                .body("{}")
                .put("/api/v1/inventory/" + NONE + "/" + warehouse)
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "receipt, 0, greater_than_equal",
        "receipt, -1, greater_than_equal",
        "issue, 0.5, decimal_max_places",
        "adjustment, 0, quantity.zero",
        "receipt, 10000000000000, less_than_equal",
        "receipt, 1e400, finite_number",
        "receipt, 1.0000001, decimal_max_places"
    })
    void wrongQuantitiesAreRefused(String kind, String quantity, String code) {
        stock.move(product, warehouse, kind, quantity)
                .statusCode(422)
                .body("errors[0].field", equalTo("quantity"))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void moreThanTheColumnHoldsIsRefused() {
        stock.move(product, warehouse, "receipt", "999999999999").statusCode(201);

        stock.move(product, warehouse, "receipt", "1")
                .statusCode(422)
                .body("errors[0].code", equalTo("less_than_equal"));
    }

    @Test
    void unknownProductsAndWarehousesAreNamed() {
        stock.move(product, NONE, "receipt", "1").statusCode(422).body("errors[0].field", equalTo("warehouse_id"));
        stock.move(NONE, warehouse, "receipt", "1").statusCode(422).body("errors[0].field", equalTo("product_id"));
        stock.move(product, warehouse, "commit", "1").statusCode(422).body("errors[0].field", equalTo("kind"));
        stock.inventory(product, warehouse).statusCode(404);
    }

    @Test
    void anyDifferenceBetweenStockAndMovementsIsNamed() {
        stock.receive(product, warehouse, 5);
        stock.run("update catalog.productinventory set quantity_on_hand = 6");

        stock.tenant()
                .manager()
                .get("/api/v1/inventory/verify")
                .then()
                .body("ok", equalTo(false))
                .body("differences[0].product_id", equalTo((int) product))
                .body("differences[0].quantity_on_hand", comparesEqualTo(6f))
                .body("differences[0].moved_on_hand", comparesEqualTo(5f));
        get("inventory/verify").statusCode(403);
    }

    @Test
    void anotherTenantSeesAndMovesNothing() {
        stock.receive(product, warehouse, 5);
        var stranger = TestTenant.create();

        stranger.as("viewer")
                .get("/api/v1/inventory/" + product + "/" + warehouse)
                .then()
                .statusCode(404);
        stranger.as("viewer").get("/api/v1/inventory").then().body("items", empty());
        stranger.as("viewer").get("/api/v1/stock-movements").then().body("items", empty());
        stranger.post(
                        "/api/v1/stock-movements",
                        "{\"product_id\":%d,\"warehouse_id\":%d,\"kind\":\"issue\",\"quantity\":1}"
                                .formatted(product, warehouse))
                .statusCode(422);
    }
}
