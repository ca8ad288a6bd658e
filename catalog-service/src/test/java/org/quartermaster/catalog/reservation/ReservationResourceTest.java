package org.quartermaster.catalog.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.comparesEqualTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.quartermaster.catalog.TestStock.line;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.TestStock;
import org.quartermaster.platform.testing.Metrics;
import org.quartermaster.platform.testing.Statements;
import org.quartermaster.platform.testing.TestTenant;

@CatalogTest
class ReservationResourceTest {
    /** The log is chained beside the request, by a few statements. */
    private static final int CHAINED = 10;

    private static final String RESERVATIONS = "/api/v1/reservations";

    private final TestStock stock = new TestStock();
    private long product;
    private long near;
    private long far;

    @BeforeEach
    void openWarehouses() {
        product = stock.product("GL-400");
        near = stock.warehouse("NEAR", 1);
        far = stock.warehouse("FAR", 2);
    }

    private ValidatableResponse post(String json) {
        return stock.tenant().post(RESERVATIONS, json);
    }

    private ValidatableResponse act(int id, String act, String json) {
        return stock.tenant()
                .as("operator")
                .contentType(ContentType.JSON)
                .body(json)
                .post(RESERVATIONS + "/" + id + "/" + act)
                .then();
    }

    private int reserved(int quantity) {
        return stock.reserve(line(product, quantity)).statusCode(201).extract().path("id");
    }

    @Test
    void aLineIsFilledFromTheNearestWarehouseOnAndSplit() throws SQLException {
        stock.receive(product, near, 3);
        stock.receive(product, far, 4);

        var made = stock.reserve(line(product, 5)).statusCode(201).body("state", equalTo("held"));

        made.body("lines", hasSize(2))
                .body("lines[0].warehouse_id", equalTo((int) near))
                .body("lines[0].quantity", comparesEqualTo(3f))
                .body("lines[1].warehouse_id", equalTo((int) far))
                .body("lines[1].quantity", comparesEqualTo(2f));
        var id = made.extract().<Integer>path("id");
        assertThat(made.extract().header("Location")).isEqualTo(RESERVATIONS + "/" + id);
        var tag = stock.tenant()
                .as("viewer")
                .get(RESERVATIONS + "/" + id)
                .then()
                .body("lines", hasSize(2))
                .extract()
                .header("ETag");
        stock.tenant()
                .as("viewer")
                .header("If-None-Match", tag)
                .get(RESERVATIONS + "/" + id)
                .then()
                .statusCode(304);
        assertThat(stock.events("reservation.held")).isEqualTo(1);
        stock.requireConsistent();
    }

    @Test
    void withoutSplittingOneWarehouseHasToSuffice() {
        stock.receive(product, near, 3);
        stock.receive(product, far, 4);
        var whole = "{\"reference\":\"R\",\"allow_split\":false,\"lines\":[%s]}";

        post(whole.formatted(line(product, 5)))
                .statusCode(409)
                .body("errors[0].wanted", comparesEqualTo(5f))
                .body("errors[0].available", comparesEqualTo(4f));
        post(whole.formatted(line(product, 4))).statusCode(201).body("lines.warehouse_id", contains((int) far));
    }

    @Test
    void allLinesAreHeldOrNone() {
        var other = stock.product("OTHER");
        stock.receive(product, near, 5);
        stock.receive(other, near, 1);
        var refused = Metrics.value("catalog_stock_insufficient_total");

        stock.reserve(line(product, 2) + "," + line(other, 2) + "," + line(product, 4))
                .statusCode(409)
                .body("errors.field", contains("lines[1]", "lines[2]"))
                .body("errors[1].available", comparesEqualTo(3f));

        assertThat(Metrics.value("catalog_stock_insufficient_total")).isGreaterThan(refused);
        stock.inventory(product, near).body("quantity_reserved", comparesEqualTo(0f));
    }

    @Test
    void packsCountAsTheirContent() {
        stock.receive(product, near, 120);
        stock.pack(product, "BX", 50);
        var boxes = "{\"product_id\":%d,\"uom\":\"BX\",\"quantity\":%s}";

        stock.reserve(boxes.formatted(product, "2")).statusCode(201).body("lines[0].quantity", comparesEqualTo(100f));
        stock.reserve(boxes.formatted(product, "1"))
                .statusCode(409)
                .body("errors[0].wanted", comparesEqualTo(50f))
                .body("errors[0].available", comparesEqualTo(20f));
        stock.reserve("{\"product_id\":%d,\"uom\":\"DZN\",\"quantity\":1}".formatted(product))
                .statusCode(201)
                .body("lines[0].quantity", comparesEqualTo(12f));
        stock.reserve(boxes.formatted(product, "0.5"))
                .statusCode(422)
                .body("errors[0].field", equalTo("lines[0].quantity"));
    }

    @Test
    void aProductWithoutStockRowsCannotBeHeld() {
        stock.reserve(line(product, 1))
                .statusCode(409)
                .body("code", equalTo("stock.insufficient"))
                .body("errors[0].code", equalTo("stock.untracked"));
    }

    @Test
    void whatIsHeldIsTakenOnce() throws SQLException {
        stock.receive(product, near, 5);
        var id = reserved(2);

        act(id, "commit", "{}").statusCode(200).body("state", equalTo("committed"));
        act(id, "commit", "").statusCode(200).body("state", equalTo("committed"));

        stock.inventory(product, near)
                .body("quantity_on_hand", comparesEqualTo(3f))
                .body("quantity_reserved", comparesEqualTo(0f));
        act(id, "release", "{}").statusCode(409).body("code", equalTo("reservation.state"));
        act(id, "extend", "{\"expires_in_seconds\":60}").statusCode(409).body("code", equalTo("reservation.state"));
        assertThat(stock.events("reservation.committed")).isEqualTo(1);
        stock.requireConsistent();
    }

    @Test
    void whatIsHeldIsGivenBackOnce() {
        stock.receive(product, near, 5);
        var id = reserved(5);
        assertThat(stock.availability(product)).isEqualTo("out_of_stock");

        act(id, "release", "{}").statusCode(200).body("state", equalTo("released"));
        act(id, "release", "{}").statusCode(200);

        stock.inventory(product, near)
                .body("quantity_on_hand", comparesEqualTo(5f))
                .body("quantity_available", comparesEqualTo(5f));
        assertThat(stock.availability(product)).isEqualTo("in_stock");
        act(id, "commit", "{}").statusCode(409).body("code", equalTo("reservation.state"));
        stock.requireConsistent();
    }

    @Test
    void aReservationIsExtended() {
        stock.receive(product, near, 5);
        var id = reserved(1);

        var version = act(id, "extend", "{\"expires_in_seconds\":2592000}")
                .statusCode(200)
                .body("state", equalTo("held"))
                .extract()
                .<Integer>path("version");

        assertThat(version).isEqualTo(2);
        assertThat(stock.sql("select expires_at > now() + interval '29 days' from catalog.stockreservation"))
                .isEqualTo("t");
        act(id, "extend", "{\"expires_in_seconds\":0}").statusCode(422);
        act(id, "extend", "{}").statusCode(422).body("errors[0].code", equalTo("missing"));
    }

    @Test
    void listIsFiltered() {
        var other = stock.product("OTHER");
        stock.receive(product, near, 5);
        stock.receive(other, near, 5);
        var id = reserved(1);
        act(reserved(1), "release", "{}");
        stock.reserve(line(other, 1));

        var viewer = stock.tenant().as("viewer");
        viewer.get(RESERVATIONS + "?state=held&reference=R&product_id=" + product)
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .body("total", equalTo(1));
        stock.tenant().as("viewer").get(RESERVATIONS + "?quotation_id=1").then().body("items", empty());
        stock.tenant().as("viewer").get(RESERVATIONS + "?state=gone").then().statusCode(422);
        stock.tenant().as("viewer").get(RESERVATIONS + "?colour=red").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'quantity':0 | lines[0].quantity | greater_than_equal",
                "'quantity':-1 | lines[0].quantity | greater_than_equal",
                "'quantity':10000000000000 | lines[0].quantity | less_than_equal",
                "'quantity':0.0000001 | lines[0].quantity | greater_than_equal",
                "'quantity':1.0000001 | lines[0].quantity | decimal_max_places",
                "'quantity':0.5 | lines[0].quantity | decimal_max_places",
                "'quantity':'1' | lines[0].quantity | float_parsing",
                "'quantity':1,'uom':'KGM' | lines[0].uom | unit.mismatch",
                "'quantity':1,'warehouse_id':999999999 | lines[0].warehouse_id | reference.unknown",
                "'quantity':1,'colour':'red' | lines[0].colour | unknown_field",
            })
    void wrongLinesAreRefused(String members, String field, String code) {
        stock.receive(product, near, 5);

        stock.reserve("{\"product_id\":%d,%s}".formatted(product, members.replace('\'', '"')))
                .statusCode(422)
                .body("errors[0].field", equalTo(field))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void noLinesAndTooManyAreRefused() {
        stock.receive(product, near, 2_000);
        var thousand = String.join(",", Collections.nCopies(1_000, line(product, 1)));

        stock.reserve("").statusCode(422).body("errors[0].field", equalTo("lines"));
        stock.reserve(thousand + "," + line(product, 1)).statusCode(422).body("errors[0].field", equalTo("lines"));
        stock.reserve(thousand).statusCode(201);
    }

    @Test
    void manyLinesCostNoMoreStatementsThanOne() throws SQLException {
        stock.receive(product, near, 2_000);
        var hundred = String.join(",", Collections.nCopies(100, line(product, 1)));
        var statements = new Statements("catalog");

        var one = statements.countDuring(() -> reserved(1));

        assertThat(statements.countDuring(() -> stock.reserve(hundred).statusCode(201)))
                .isLessThan(one + CHAINED);
    }

    @Test
    void aDeletedProductCannotBeHeld() {
        stock.receive(product, near, 5);
        stock.run("update catalog.product set deleted_at = now()");

        stock.reserve(line(product, 1))
                .statusCode(422)
                .body("errors[0].field", equalTo("lines[0].product_id"))
                .body("errors[0].code", equalTo("reference.unknown"));
    }

    @Test
    void theSameRequestAgainHoldsNothingMore() {
        stock.receive(product, near, 5);
        for (var n = 0; n < 2; n++) {
            stock.tenant()
                    .as("operator")
                    .header("Idempotency-Key", "k1")
                    .contentType(ContentType.JSON)
                    .body("{\"reference\":\"R\",\"lines\":[" + line(product, 2) + "]}")
                    .post(RESERVATIONS)
                    .then()
                    .statusCode(201);
        }

        stock.inventory(product, near).body("quantity_reserved", comparesEqualTo(2f));
    }

    @Test
    void anotherTenantSeesAndEndsNothing() {
        stock.receive(product, near, 5);
        var id = reserved(1);
        var stranger = TestTenant.create();

        stranger.as("viewer").get(RESERVATIONS + "/" + id).then().statusCode(404);
        stranger.post(RESERVATIONS + "/" + id + "/release", "{}").statusCode(404);
        stranger.post(RESERVATIONS + "/" + id + "/extend", "{\"expires_in_seconds\":1}")
                .statusCode(404);
        stranger.post(RESERVATIONS, "{\"reference\":\"R\",\"lines\":[" + line(product, 1) + "]}")
                .statusCode(422)
                .body("errors[0].code", equalTo("reference.unknown"));
        stock.tenant()
                .as("viewer")
                .contentType(ContentType.JSON)
                .body("{}")
                .post(RESERVATIONS)
                .then()
                .statusCode(403);
        stock.tenant().as("viewer").get(RESERVATIONS + "/x").then().statusCode(404);
    }
}
