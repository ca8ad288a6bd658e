package org.quartermaster.catalog.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.catalog.CatalogTest;

/** A draft is changed until it is sent, and by those alone who saw its last version. */
@CatalogTest
class DraftChangeTest {
    private static final String SALE = """
            insert into catalog.productpricing (tenant_id, product_id, price_type, amount, minimum_quantity)
            select tenant_id, id, 'sale', 9, 1 from catalog.product where sku = 'GL-400'
            """;

    private TestShop shop;
    private JsonNode draft;
    private String path;

    @BeforeEach
    void makeADraft() throws SQLException {
        shop = TestShop.open();
        draft = shop.create(shop.gloves(10));
        path = TestShop.PATH + "/" + TestShop.id(draft);
    }

    private RequestSpecification body(String body) {
        return shop.tenant().manager().contentType("application/json").body(body);
    }

    /** Puts what a head needs, and the given members. */
    private JsonNode put(String title, String members) {
        return TestShop.json(body(head(title, members)).header("If-Match", "*").put(path), 200);
    }

    private static String head(String title, String members) {
        return """
                {"client_name": "Harbour Works", "project_title": "%s", "currency": "USD", "valid_until": "2999-01-01",
                 %s}""".formatted(title, members);
    }

    private JsonNode patch(String body) {
        return TestShop.json(body(body).header("If-Match", "*").patch(path), 200);
    }

    @Test
    void aPutChangesTheHeadAndLeavesTheItemsUnlessItNamesThem() throws SQLException {
        var customer = "\"customer_id\": " + shop.customer() + ", ";
        var renamed = put("Yard", customer + "\"notes\": \"by rail\"");
        var replaced = put("Yard", customer + "\"items\": [%s, %s]".formatted(shop.gloves(100), shop.gloves(9)));

        assertThat(renamed.get("project_title").asText()).isEqualTo("Yard");
        assertThat(renamed.get("total_amount").asText()).isEqualTo("103.79");
        assertThat(replaced.get("notes").isNull()).isTrue();
        assertThat(replaced.get("line_items").findValuesAsText("quantity")).hasSize(2);
        assertThat(replaced.get("total_amount").asText()).isEqualTo("992.78");
    }

    @Test
    void aPutIsWhatANewOneWouldBeAndKeepsCurrencyAndValidity() throws SQLException {
        patch("{\"currency\": \"EUR\", \"valid_until\": \"2999-01-01\", \"client_email\": \"me@example.org\"}");

        var put = TestShop.json(
                body("{\"project_title\": \"Yard\", \"customer_id\": %s}".formatted(shop.customer()))
                        .header("If-Match", "*")
                        .put(path),
                200);
        var nameless = TestShop.json(
                body("{\"notes\": \"by rail\"}").header("If-Match", "*").put(path), 422);

        assertThat(put.get("currency").asText()).isEqualTo("EUR");
        assertThat(put.get("valid_until").asText()).startsWith("2999-01-01");
        assertThat(put.get("client_name").asText()).isEqualTo("Harbour Works");
        assertThat(put.get("client_email").asText()).isEqualTo("buyer@example.org");
        assertThat(put.get("line_items")).hasSize(1);
        assertThat(nameless.get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("project_title", "client_name");
    }

    @Test
    void aPatchClearsWhatMayBeEmptyAndNothingElse() {
        patch("{\"notes\": \"by rail\"}");

        assertThat(patch("{\"notes\": null}").get("notes").isNull()).isTrue();
        var refused = TestShop.json(
                body("{\"project_title\": null, \"valid_until\": null}")
                        .header("If-Match", "*")
                        .patch(path),
                422);

        assertThat(refused.get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("project_title", "valid_until");
    }

    @ParameterizedTest
    @CsvSource({"PUT, ''", "PATCH, ''", "PUT, /items/1", "PATCH, /items/1"})
    void aChangeNeedsTheVersionThatItsAuthorSaw(String method, String item) {
        var place = path + item;
        var first = item.isEmpty() ? head("Yard", "\"notes\": \"by rail\"") : "{\"quantity\": 9}";
        var known = first.replace("}", ", \"version\": 1}");

        body(first).request(method, place).then().statusCode(428);
        body(first).header("If-Match", "\"7\"").request(method, place).then().statusCode(412);
        body(known.replace("1}", "7}")).request(method, place).then().statusCode(412);
        body(known).request(method, place).then().statusCode(200);
        body(known).request(method, place).then().statusCode(412);
    }

    @Test
    void ofManyWhoSawTheSameVersionOneChangesIt() throws Exception {
        var workers = Executors.newFixedThreadPool(10);
        try {
            var changes = IntStream.range(0, 50)
                    .<Callable<Integer>>mapToObj(i -> () -> body("{\"quantity\": %d}".formatted(i + 1))
                            .header("If-Match", "\"1\"")
                            .patch(path + "/items/1")
                            .statusCode())
                    .toList();
            var codes = new ArrayList<Integer>();
            for (var answer : workers.invokeAll(changes)) {
                codes.add(answer.get());
            }

            assertThat(codes).containsOnly(200, 412).containsOnlyOnce(200);
        } finally {
            workers.shutdown();
        }
        assertThat(shop.get(draft).get("version").intValue()).isEqualTo(2);
    }

    @Test
    void anotherCustomerHasOtherPrices() throws SQLException {
        var other = shop.value("""
                insert into catalog.customer (tenant_id, code, name, email) values (:t, 'C2', 'Quay', 'quay@example.org')
                returning id""".replace(":t", "'" + shop.tenant().id() + "'"));

        var moved = patch("{\"customer_id\": %s}".formatted(other));

        assertThat(moved.at("/line_items/0/unit_price").asText()).isEqualTo("9.5000");
    }

    @Test
    void whatWasTypedInOneCurrencyIsNoPriceInAnother() throws SQLException {
        patch(
                "{\"items\": [{\"item_description\": \"Advice\", \"quantity\": 1, \"unit_price\": 80, \"price_reason\": \"r\"}]}");

        var moved = patch("{\"currency\": \"EUR\"}");

        assertThat(moved.at("/line_items/0/price_status").asText()).isEqualTo("missing");
        assertThat(moved.at("/line_items/0/unit_price").isNull()).isTrue();
        assertThat(moved.get("total_amount").decimalValue()).isZero();
    }

    @Test
    void repricingTakesThePricesOfNowAndLeavesTypedOnes() throws SQLException {
        patch("{\"items\": [%s, {\"product_id\": %s, \"quantity\": 1, \"unit_price\": 12, \"price_reason\": \"r\"}]}"
                .formatted(shop.gloves(10), shop.product()));
        shop.run(SALE);

        var again = shop.step(draft, "reprice", "{}", 200);

        assertThat(again.get("line_items").findValuesAsText("unit_price")).containsExactly("8.5500", "12.0000");
        assertThat(again.get("priced_at").asText())
                .isGreaterThan(draft.get("priced_at").asText());
        assertThat(again.get("version").intValue()).isEqualTo(3);
    }

    @Test
    void aDiscountOfALineComesAfterThatOfTheGroupAndNeverBelowTheFloor() {
        var discounted = TestShop.json(
                body("{\"discount_percent\": 10}").header("If-Match", "*").patch(path + "/items/1"), 200);
        var lifted = TestShop.json(
                body("{\"discount_percent\": 50}").header("If-Match", "*").patch(path + "/items/1"), 200);

        assertThat(discounted.at("/line_items/0/unit_price").asText()).isEqualTo("8.1225");
        assertThat(lifted.at("/line_items/0/unit_price").asText()).isEqualTo("7.7778");
        assertThat(lifted.at("/line_items/0/price_trace/floor/status").asText()).isEqualTo("applied");
    }

    @Test
    void nothingOfASentQuotationCanBeEdited() throws SQLException {
        shop.step(draft, "send", "{}", 200);
        var notes = "{\"notes\": \"late\"}";

        for (var place : List.of("", "/items/1")) {
            body(notes).header("If-Match", "*").put(path + place).then().statusCode(409);
            body(notes).header("If-Match", "*").patch(path + place).then().statusCode(409);
        }
        body(shop.gloves(1)).post(path + "/items").then().statusCode(409);
        shop.tenant().manager().delete(path + "/items/1").then().statusCode(409);

        assertThat(shop.step(draft, "reprice", "{}", 409).get("code").asText()).isEqualTo("quotation.state");
    }

    @Test
    void anItemThatIsNotThereIsNotFound() {
        body("{\"quantity\": 1}")
                .header("If-Match", "*")
                .patch(path + "/items/2")
                .then()
                .statusCode(404);
        shop.tenant().manager().delete(path + "/items/2").then().statusCode(404);
        shop.tenant().manager().delete(path + "/items/first").then().statusCode(404);
    }

    @Test
    void aQuotationIsWrittenByManagersAndReadByAll() {
        var viewer = shop.tenant().as("viewer");
        var operator =
                shop.tenant().as("operator").contentType("application/json").body("{}");

        viewer.get(path).then().statusCode(200);
        operator.header("If-Match", "*").patch(path).then().statusCode(403);
        shop.tenant()
                .as("operator")
                .contentType("application/json")
                .body("{}")
                .post(path + "/send")
                .then()
                .statusCode(403);
    }
}
