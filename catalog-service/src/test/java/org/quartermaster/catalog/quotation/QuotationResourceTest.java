package org.quartermaster.catalog.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.platform.testing.TestTenant;

/** Quotations that are written by hand. */
@CatalogTest
class QuotationResourceTest {
    private TestShop shop;

    @BeforeEach
    void open() throws SQLException {
        shop = TestShop.open();
    }

    private static List<String> texts(JsonNode line, String... names) {
        return List.of(names).stream().map(name -> line.get(name).asText()).toList();
    }

    @Test
    void theWorkedExampleAddsUpToTheLastDigit() throws SQLException {
        var quotation = shop.create(shop.gloves(10), shop.gloves(100), shop.gloves(9));

        var lines = quotation.get("line_items");
        assertThat(texts(lines.get(0), "unit_price", "line_total", "line_tax"))
                .containsExactly("9.0250", "90.25", "13.54");
        assertThat(texts(lines.get(1), "unit_price", "line_total", "line_tax"))
                .containsExactly("7.7778", "777.78", "116.67");
        assertThat(texts(lines.get(2), "unit_price", "line_total", "line_tax"))
                .containsExactly("9.5000", "85.50", "12.83");
        assertThat(texts(quotation, "subtotal", "tax_total", "total_amount"))
                .containsExactly("953.53", "143.04", "1096.57");
        assertThat(texts(quotation, "client_name", "client_email", "currency", "terms_conditions", "status"))
                .containsExactly("Harbour Works", "buyer@example.org", "USD", "Net 30", "draft");
        assertThat(lines.get(0).at("/price_trace/steps/0/code").asText()).isEqualTo("uom");
    }

    @Test
    void fiftyMadeAtOnceAreNumberedWithoutGapOrDouble() throws Exception {
        var good = "{\"client_name\": \"Ann\", \"project_title\": \"P\", \"items\": [%s]}".formatted(shop.gloves(1));
        var refused = good.replace("\"quantity\": 1", "\"quantity\": 0");
        var year = LocalDate.now(ZoneOffset.UTC).getYear();
        var workers = Executors.newFixedThreadPool(10);
        try {
            var orders = IntStream.range(0, 100)
                    .<Callable<Integer>>mapToObj(i ->
                            () -> shop.post("", i % 2 == 0 ? good : refused).statusCode())
                    .toList();
            for (var answer : workers.invokeAll(orders)) {
                assertThat(answer.get()).isIn(201, 422);
            }
        } finally {
            workers.shutdown();
        }

        assertThat(shop.value(
                        "select string_agg(quotation_number, ',' order by quotation_number) from catalog.quotation"))
                .isEqualTo(String.join(
                        ",",
                        IntStream.rangeClosed(1, 50)
                                .mapToObj(i -> "Q-%d-%06d".formatted(year, i))
                                .toList()));
    }

    @Test
    void whatHasNoPriceIsMissingAndInNoSum() throws SQLException {
        var quotation =
                shop.create(shop.gloves(10), "{\"product_id\": %s, \"quantity\": 3}".formatted(shop.unpriced()));

        var line = quotation.get("line_items").get(1);
        assertThat(line.get("price_status").asText()).isEqualTo("missing");
        assertThat(line.get("unit_price").isNull()).isTrue();
        assertThat(line.at("/price_trace/reason").asText()).isEqualTo("no_price");
        assertThat(quotation.get("total_amount").asText()).isEqualTo("103.79");
        assertThat(quotation.at("/warnings/0/code").asText()).isEqualTo("quotation.unpriced");
        assertThat(quotation.at("/warnings/0/line_no").intValue()).isEqualTo(2);
    }

    @Test
    void aTypedPriceNeedsAReasonAndKeepsTheFloorUnlessAnAdministratorSaysWhy() throws SQLException {
        var item = "{\"product_id\": %s, \"quantity\": 1, \"unit_price\": 7.50%s}";
        var body = "{\"client_name\": \"Ann\", \"project_title\": \"P\", \"items\": [" + item + "]}";

        var bare = TestShop.json(shop.post("", body.formatted(shop.product(), "")), 422);
        var low = TestShop.json(shop.post("", body.formatted(shop.product(), ", \"price_reason\": \"r\"")), 422);
        var override = ", \"price_reason\": \"r\", \"override_reason\": \"last pieces\"";
        var manager = TestShop.json(shop.post("", body.formatted(shop.product(), override)), 422);
        var admin = TestShop.json(
                shop.tenant()
                        .as("admin")
                        .contentType("application/json")
                        .body(body.formatted(shop.product(), override))
                        .post(TestShop.PATH),
                201);

        assertThat(bare.at("/errors/0/field").asText()).isEqualTo("items[0].price_reason");
        assertThat(low.get("code").asText()).isEqualTo("price.below_floor");
        assertThat(manager.get("code").asText()).isEqualTo("price.below_floor");
        assertThat(texts(admin.get("line_items").get(0), "price_status", "unit_price"))
                .containsExactly("manual", "7.5000");
        assertThat(admin.at("/line_items/0/price_trace/override_reason").asText())
                .isEqualTo("last pieces");
        assertThat(shop.value("select details ->> 'reason' from catalog.activitylog where action = 'override'"))
                .isEqualTo("last pieces");
    }

    @Test
    void itemsAreChangedByTheVersionOfTheQuotation() throws SQLException {
        var quotation = shop.create(shop.gloves(10));
        var path = "/" + TestShop.id(quotation) + "/items/1";

        var none = shop.tenant().manager().contentType("application/json").body("{\"quantity\": 9}");
        assertThat(none.patch(TestShop.PATH + path).statusCode()).isEqualTo(428);
        var changed = TestShop.json(shop.patch(path, "\"1\"", "{\"quantity\": 9}"), 200);
        var stale = shop.patch(path, "\"1\"", "{\"quantity\": 8}");

        assertThat(changed.get("version").intValue()).isEqualTo(2);
        assertThat(changed.get("total_amount").asText()).isEqualTo("98.33");
        assertThat(stale.statusCode()).isEqualTo(412);
    }

    @Test
    void anItemIsAddedTypedGivenBackAndTakenOff() throws SQLException {
        var quotation = shop.create(shop.gloves(10));
        var path = "/" + TestShop.id(quotation) + "/items";

        var added = TestShop.json(shop.post(path, shop.gloves(9)), 201);
        var typed = TestShop.json(
                shop.patch(path + "/2", "*", "{\"unit_price\": 12, \"price_reason\": \"by phone\"}"), 200);
        var back = TestShop.json(shop.patch(path + "/2", "*", "{\"unit_price\": null}"), 200);
        shop.tenant().manager().delete(TestShop.PATH + path + "/1").then().statusCode(204);

        assertThat(added.get("subtotal").asText()).isEqualTo("175.75");
        assertThat(typed.get("subtotal").asText()).isEqualTo("198.25");
        assertThat(back.get("subtotal").asText()).isEqualTo("175.75");
        assertThat(shop.get(quotation).get("line_items").findValuesAsText("line_no"))
                .containsExactly("2");
    }

    @Test
    void wrongValuesAreNamed() throws SQLException {
        var other = TestShop.open();
        var body = """
                {"client_name": "Ann", "project_title": "P", "items": [
                  {"product_id": %s, "quantity": 1}, {"product_id": %s, "quantity": 0.5},
                  {"product_id": %s, "quantity": 1, "uom": "BX"}]}
                """;

        var foreign =
                TestShop.json(shop.post("", body.formatted(other.product(), shop.product(), shop.product())), 422);
        var half = TestShop.json(shop.post("", body.formatted(shop.product(), shop.product(), shop.product())), 422);
        var currency = TestShop.json(
                shop.post("", "{\"client_name\": \"Ann\", \"project_title\": \"P\", \"currency\": \"XXX\"}"), 422);

        assertThat(foreign.at("/errors/0/field").asText()).isEqualTo("items[0].product_id");
        assertThat(foreign.at("/errors/0/code").asText()).isEqualTo("reference.unknown");
        assertThat(half.at("/errors/0/field").asText()).isEqualTo("items[1].quantity");
        assertThat(currency.at("/errors/0/field").asText()).isEqualTo("currency");
    }

    @Test
    void listsFilterAndAnotherTenantSeesNothing() throws SQLException {
        var quotation = shop.create(shop.gloves(10));
        shop.create(shop.gloves(100));
        var stranger = TestTenant.create();

        var cheap = TestShop.json(
                shop.tenant().manager().get(TestShop.PATH + "?total_max=500&status=draft&current=true"), 200);
        var wrong = shop.tenant().manager().get(TestShop.PATH + "?status=lost");

        assertThat(cheap.get("items").findValuesAsText("id"))
                .containsExactly(quotation.get("id").asText());
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(stranger.manager()
                        .get(TestShop.PATH + "/" + TestShop.id(quotation))
                        .statusCode())
                .isEqualTo(404);
        assertThat(stranger.manager()
                        .get(TestShop.PATH + "/by-number/"
                                + quotation.get("quotation_number").asText())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void manyItemsCostNoMoreStatementsThanOne() throws SQLException {
        var gloves = shop.gloves(1);
        var customer = shop.customer();
        var body = "{\"customer_id\": " + customer + ", \"project_title\": \"P\", \"items\": [%s]}";
        var one = shop.statements(() -> shop.post("", body.formatted(gloves)));
        var many = shop.statements(
                () -> shop.post("", body.formatted(String.join(",", Collections.nCopies(200, gloves)))));

        assertThat(many).isEqualTo(one);
    }
}
