package org.quartermaster.catalog.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.Shop;
import org.quartermaster.platform.testing.Metrics;

/** What a product costs whom, when, in which unit and currency. */
@CatalogTest
class PriceResourceTest {
    private final Shop shop = Shop.open();
    private long product;

    @BeforeEach
    void enterAProduct() {
        product = shop.product("A");
    }

    private long write(String fields) {
        return shop.make("/products/" + product + "/prices", "{" + fields + "}");
    }

    private String unitPrice(String query) {
        return shop.read("/products/" + product + "/price" + (query.isEmpty() ? "" : "?" + query))
                .get("unit_price")
                .asText();
    }

    @Test
    void withoutARowThePriceIsMissingAndNothingStandsInItsPlace() {
        write("\"amount\": 5, \"currency\": \"EUR\"");

        shop.get("/products/" + product + "/price?currency=USD")
                .statusCode(200)
                .body("price_status", is("missing"))
                .body("reason", is("no_price"))
                .body("unit_price", nullValue())
                .body("line_total", nullValue())
                .body("gross", nullValue())
                .body("rejected[0].reason", is("other_currency"));
    }

    @Test
    void missingPricesAreCounted() {
        var before = Metrics.value("catalog_price_missing_total");

        shop.get("/products/" + product + "/price").body("price_status", is("missing"));

        assertThat(Metrics.value("catalog_price_missing_total")).isGreaterThan(before);
    }

    @Test
    void belowTheLowestBoundThereIsNoPriceButTheNextTierIsShown() {
        write("\"amount\": 5, \"minimum_quantity\": 10");

        shop.get("/products/" + product + "/price?quantity=9")
                .body("price_status", is("missing"))
                .body("reason", is("below_minimum_quantity"))
                .body("next_break.minimum_quantity", is(10.0f));
    }

    @Test
    void anOldQuestionKeepsItsAnswer() {
        var first = write("\"amount\": 5");
        var then = Instant.now();
        shop.put("/products/" + product + "/prices/" + first, "{\"amount\": 6}").statusCode(200);

        assertThat(unitPrice("")).isEqualTo("6.0000");
        assertThat(unitPrice("at=%1$s&known_at=%1$s".formatted(then))).isEqualTo("5.0000");
    }

    @Test
    void aPriceHoldsFromItsBeginningUpToItsEnd() {
        write("\"amount\": 5, \"effective_from\": \"2030-01-01\", \"effective_to\": \"2030-02-01\"");
        write("\"amount\": 6, \"effective_from\": \"2030-02-01\"");

        assertThat(unitPrice("at=2029-12-31T23:59:59Z")).isEqualTo("null");
        assertThat(unitPrice("at=2030-01-01T00:00:00Z")).isEqualTo("5.0000");
        assertThat(unitPrice("at=2030-02-01T00:00:00Z")).isEqualTo("6.0000");
    }

    @Test
    void theMostSpecificScopeWinsUnlessThePolicyIsTheLowestPrice() {
        var group = shop.make("/customer-groups", "{\"code\": \"G\", \"name\": \"G\"}");
        var customer = shop.customer("c", group);
        var list = shop.make("/price-lists", """
                {"code": "L", "name": "L", "currency": "USD", "customer_group_id": %d}""".formatted(group));
        write("\"amount\": 1");
        write("\"amount\": 2, \"price_list_id\": " + list);
        assertThat(unitPrice("customer_id=" + customer)).isEqualTo("2.0000");
        write("\"amount\": 3, \"customer_group_id\": " + group);
        assertThat(unitPrice("customer_id=" + customer)).isEqualTo("3.0000");
        write("\"amount\": 4, \"customer_id\": " + customer);
        assertThat(unitPrice("customer_id=" + customer)).isEqualTo("4.0000");
        assertThat(unitPrice("")).isEqualTo("1.0000");

        shop.patch("admin", "/settings", "{\"price_policy\": \"lowest\"}").statusCode(200);
        assertThat(unitPrice("customer_id=" + customer)).isEqualTo("1.0000");
    }

    @Test
    void aDefaultListIsForEverybodyAndOneThatIsNotActiveForNobody() {
        var first = shop.make("/price-lists", """
                {"code": "L1", "name": "L1", "currency": "USD", "is_default": true, "priority": 2}""");
        var second = shop.make("/price-lists", """
                {"code": "L2", "name": "L2", "currency": "USD", "is_default": true, "priority": 1}""");
        write("\"amount\": 5, \"price_list_id\": " + first);
        write("\"amount\": 4, \"price_list_id\": " + second);

        assertThat(unitPrice("")).isEqualTo("4.0000");
        shop.patch("manager", "/price-lists/" + second, "{\"is_active\": false}")
                .statusCode(200);
        assertThat(unitPrice("")).isEqualTo("5.0000");
    }

    @Test
    void aPackHasItsOwnPriceOrThatOfItsContent() {
        shop.pack(product, "BX", 50);
        write("\"amount\": 2");
        assertThat(unitPrice("uom=BX")).isEqualTo("100.0000");

        write("\"amount\": 90, \"uom\": \"BX\"");

        assertThat(unitPrice("uom=BX")).isEqualTo("90.0000");
        assertThat(unitPrice("uom=C62")).isEqualTo("2.0000");
    }

    @Test
    void aPriceIsConvertedOnlyWhenAskedAndByARateOfTheLastSevenDays() {
        write("\"amount\": 10");
        var today = LocalDate.now(ZoneOffset.UTC);
        var rate = "{\"base\": \"USD\", \"quote\": \"EUR\", \"rate\": 0.9, \"valid_on\": \"%s\"}";
        shop.make("/fx-rates", rate.formatted(today.minusDays(8)));
        assertThat(unitPrice("currency=EUR&convert=true")).isEqualTo("null");

        shop.make("/fx-rates", rate.formatted(today.minusDays(7)));

        assertThat(unitPrice("currency=EUR&convert=true")).isEqualTo("9.0000");
        assertThat(unitPrice("currency=EUR")).isEqualTo("null");
    }

    @Test
    void theMarginIsThatOfTheNearestCategory() {
        var above = shop.value("insert into catalog.category (tenant_id, name, slug, min_margin_percent)"
                + " values (:t, 'A', 'a', 20) returning id");
        var below = shop.value("insert into catalog.category (tenant_id, name, slug, parent_id) values (:t, 'B', 'b', "
                + above + ") returning id");
        shop.value("update catalog.product set category_id = " + below + " returning id");
        write("\"amount\": 8, \"price_kind\": \"cost\"");
        write("\"amount\": 9");

        assertThat(unitPrice("")).isEqualTo("10.0000");
    }

    @Test
    void aCostOfASupplierThatIsNotActiveDoesNotCount() {
        var supplier = shop.value("insert into catalog.supplier (tenant_id, code, name, is_active)"
                + " values (:t, 'S', 'S', false) returning id");
        write("\"amount\": 8, \"price_kind\": \"cost\", \"supplier_id\": " + supplier);
        write("\"amount\": 7");

        shop.get("/products/" + product + "/price")
                .body("unit_price", is(7.0f))
                .body("floor.status", is("unknown"))
                .body("floor.value", nullValue());
    }

    @Test
    void withoutARateTheTaxIsUnknownAndNotNought() {
        write("\"amount\": 7");

        shop.get("/products/" + product + "/price?quantity=3")
                .body("line_total", is(21.0f))
                .body("tax_status", is("unknown"))
                .body("line_tax", nullValue())
                .body("gross", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "quantity=0, quantity, greater_than_equal",
        "quantity=-1, quantity, greater_than_equal",
        "quantity=10000000000000, quantity, less_than_equal",
        "quantity=1.1234567, quantity, decimal_max_places",
        "quantity=0.5, quantity, decimal_max_places",
        "currency=usd, currency, reference.unknown",
        "currency=XXX, currency, reference.unknown",
        "customer_id=1, customer_id, reference.unknown",
        "at=tomorrow, at, datetime_parsing"
    })
    void aWrongValueIsNamed(String query, String field, String code) {
        shop.get("/products/" + product + "/price?" + query)
                .statusCode(422)
                .body("errors[0].field", is(field))
                .body("errors[0].code", is(code));
    }

    @Test
    void anUnknownParameterIsRefused() {
        shop.get("/products/" + product + "/price?amount=1").statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/price", "/prices"})
    void anothersProductIsNone(String path) {
        Shop.open().get("/products/" + product + path).statusCode(404);
        shop.get("/products/none" + path).statusCode(404);
    }

    @Test
    void aDeletedProductIsGone() {
        shop.value("update catalog.product set deleted_at = now() returning id");

        shop.get("/products/" + product + "/price").statusCode(410).body("code", is("product.deleted"));
    }
}
