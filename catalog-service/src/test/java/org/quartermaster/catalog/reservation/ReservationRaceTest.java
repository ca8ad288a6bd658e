package org.quartermaster.catalog.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.comparesEqualTo;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.AtOnce;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.TestStock;
import org.quartermaster.platform.testing.TestIssuer;

/** Many buyers at once. */
@CatalogTest
class ReservationRaceTest {
    /** Reservations whose movement, whose row and whose stock's row in the log all name him who has it. */
    private static final String OWN_ROWS = """
            select count(*) from catalog.stockreservation r
              join catalog.stockreservationline n on n.tenant_id = r.tenant_id and n.reservation_id = r.id
              join catalog.productinventory i on i.tenant_id = r.tenant_id and i.product_id = n.product_id
              join catalog.stockmovement m on m.tenant_id = r.tenant_id and m.reference = r.reference and m.actor = r.actor
              join catalog.activitylog l on l.tenant_id = r.tenant_id and l.entity_type = 'reservation'
                and l.entity_id = cast(r.id as text) and l.user_id = r.actor
              join catalog.activitylog s on s.tenant_id = r.tenant_id and s.entity_type = 'inventory'
                and s.entity_id = cast(i.id as text) and s.user_id = r.actor
            where r.reference = r.actor
            """;

    private final TestStock stock = new TestStock();

    private Callable<Response> buyer(String... lines) {
        return () -> stock.reserve(String.join(",", lines)).extract().response();
    }

    private static List<Response> with(int status, List<Response> answers) {
        return answers.stream().filter(answer -> answer.statusCode() == status).toList();
    }

    @Test
    void twoHundredBuyersOfTheLastHundredPiecesGetExactlyHundred() throws Exception {
        var product = stock.product("LAST");
        var warehouse = stock.warehouse("W1", 1);
        stock.receive(product, warehouse, 100);

        var answers = AtOnce.all(IntStream.range(0, 200)
                .mapToObj(n -> buyer(TestStock.line(product, 1)))
                .toList());

        assertThat(with(201, answers)).hasSize(100);
        assertThat(with(409, answers)).hasSize(100).allSatisfy(answer -> {
            assertThat(answer.<String>path("code")).isEqualTo("stock.insufficient");
            assertThat(answer.<String>path("errors[0].field")).isEqualTo("lines[0]");
            assertThat(answer.<Float>path("errors[0].wanted")).isEqualTo(1f);
            assertThat(answer.<Float>path("errors[0].available")).isZero();
        });
        stock.inventory(product, warehouse)
                .body("quantity_on_hand", comparesEqualTo(100f))
                .body("quantity_reserved", comparesEqualTo(100f))
                .body("quantity_available", comparesEqualTo(0f));
        assertThat(stock.availability(product)).isEqualTo("out_of_stock");
        assertThat(stock.events("inventory.low")).isEqualTo(1);
        assertThat(stock.events("reservation.held")).isEqualTo(100);
        stock.requireConsistent();
    }

    @Test
    void fivePiecesInTwoWarehousesGoToFiveOfTwentyBuyers() throws Exception {
        var product = stock.product("FIVE");
        stock.receive(product, stock.warehouse("W1", 1), 2);
        stock.receive(product, stock.warehouse("W2", 2), 3);

        var answers = AtOnce.all(IntStream.range(0, 20)
                .mapToObj(n -> buyer(TestStock.line(product, 1)))
                .toList());

        assertThat(with(201, answers)).hasSize(5);
        assertThat(with(409, answers)).hasSize(15);
        assertThat(stock.availability(product)).isEqualTo("out_of_stock");
        stock.requireConsistent();
    }

    @Test
    void buyersThatNameTheSameArticlesInAnotherOrderDoNotBlockEachOther() throws Exception {
        var warehouses = List.of(stock.warehouse("W1", 1), stock.warehouse("W2", 1));
        var products = List.of(stock.product("A"), stock.product("B"), stock.product("C"));
        for (var product : products) {
            for (var warehouse : warehouses) {
                stock.receive(product, warehouse, 10);
            }
        }
        var calls = new ArrayList<Callable<Response>>();
        for (var n = 0; n < 60; n++) {
            var lines = new ArrayList<>(
                    products.stream().map(product -> TestStock.line(product, 1)).toList());
            Collections.rotate(lines, n);
            calls.add(buyer(lines.toArray(String[]::new)));
        }

        var answers = AtOnce.all(calls);

        assertThat(with(201, answers)).hasSize(20);
        assertThat(with(409, answers)).hasSize(40);
        stock.requireConsistent();
    }

    @Test
    void buyersOfDifferentArticlesEachGetTheirOwnAnswerAndTheirOwnRowInTheLog() throws Exception {
        var warehouse = stock.warehouse("W1", 1);
        var calls = new ArrayList<Callable<Response>>();
        for (var n = 0; n < 40; n++) {
            var product = stock.product("N-" + n);
            stock.receive(product, warehouse, n % 4 == 0 ? 1 : 9);
            var unit = n % 4 == 1 ? "KGM" : "C62";
            calls.add(buyer("user-" + n, "{\"product_id\":%d,\"uom\":\"%s\",\"quantity\":2}".formatted(product, unit)));
        }

        var answers = AtOnce.all(calls);

        for (var n = 0; n < answers.size(); n++) {
            assertThat(answers.get(n).statusCode()).isEqualTo(n % 4 == 0 ? 409 : n % 4 == 1 ? 422 : 201);
            if (n % 4 > 1) {
                assertThat(answers.get(n).<String>path("actor")).isEqualTo("user-" + n);
            }
        }
        assertThat(stock.sql(OWN_ROWS)).isEqualTo("20");
        assertThat(stock.events("reservation.held")).isEqualTo(20);
        stock.requireConsistent();
    }

    private Callable<Response> buyer(String user, String line) {
        var body = "{\"reference\":\"" + user + "\",\"lines\":[" + line + "]}";
        var token = TestIssuer.shared().tokenOf(user, stock.tenant().id(), "operator");
        return () -> RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/reservations");
    }

    @Test
    void oneReservationIsCommittedOrReleasedAndNeverBoth() throws Exception {
        var product = stock.product("ONE");
        var warehouse = stock.warehouse("W1", 1);
        stock.receive(product, warehouse, 3);
        var id = stock.reserve(TestStock.line(product, 2)).extract().<Integer>path("id");

        var answers = AtOnce.all(IntStream.range(0, 12)
                .<Callable<Response>>mapToObj(n -> () -> stock.tenant()
                        .post("/api/v1/reservations/" + id + (n % 2 == 0 ? "/commit" : "/release"), "{}")
                        .extract()
                        .response())
                .toList());

        assertThat(with(200, answers)).hasSize(6);
        assertThat(with(409, answers)).hasSize(6).allSatisfy(answer -> assertThat(answer.<String>path("code"))
                .isEqualTo("reservation.state"));
        assertThat(movements(product)).isEqualTo(1);
        stock.requireConsistent();
    }

    @Test
    void anArticleIsHeldOrDeletedAndNeverBoth() throws Exception {
        var warehouse = stock.warehouse("W1", 1);
        var calls = new ArrayList<Callable<Response>>();
        for (var n = 0; n < 20; n++) {
            var product = stock.product("N-" + n);
            stock.receive(product, warehouse, 5);
            calls.add(buyer(TestStock.line(product, 1)));
            calls.add(() -> stock.tenant().manager().delete("/api/v1/products/" + product));
        }

        var answers = AtOnce.all(calls);

        for (var n = 0; n < answers.size(); n += 2) {
            var both = List.of(answers.get(n).statusCode(), answers.get(n + 1).statusCode());
            assertThat(both).isIn(List.of(201, 409), List.of(422, 204));
        }
        stock.requireConsistent();
    }

    private int movements(long product) {
        return Integer.parseInt(stock.sql("""
                select count(*) from catalog.stockmovement where product_id = %d and kind in ('commit', 'release')
                """.formatted(product)));
    }
}
