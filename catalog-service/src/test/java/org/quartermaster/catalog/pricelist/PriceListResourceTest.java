package org.quartermaster.catalog.pricelist;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.Shop;

/** Lists of prices for somebody. */
@CatalogTest
class PriceListResourceTest {
    private static final String LISTS = "/price-lists";

    private final Shop shop = Shop.open();

    private long list(String code) {
        return shop.make(LISTS, "{\"code\": \"%1$s\", \"name\": \"%1$s\", \"currency\": \"EUR\"}".formatted(code));
    }

    @Test
    void aNewListIsActiveAndForNobodyYet() {
        shop.get(LISTS + "/" + list("A"))
                .body("currency", is("EUR"))
                .body("priority", is(100))
                .body("is_default", is(false))
                .body("is_active", is(true))
                .body("customer_group_id", nullValue());
    }

    @Test
    void itIsGivenToAGroupAndTakenFromItAgain() {
        var path = LISTS + "/" + list("A");
        var group = shop.make("/customer-groups", "{\"code\": \"G\", \"name\": \"G\"}");

        shop.patch("manager", path, "{\"customer_group_id\": " + group + "}")
                .statusCode(200)
                .body("customer_group_id", is((int) group));
        shop.patch("manager", path, "{\"customer_group_id\": null}")
                .statusCode(200)
                .body("customer_group_id", nullValue());
    }

    @Test
    void whatItNamesMustBeThere() {
        var theirs = Shop.open().make("/customer-groups", "{\"code\": \"G\", \"name\": \"G\"}");

        shop.post(LISTS, """
                {"code": "A", "name": "A", "currency": "XXX", "customer_group_id": %d, "customer_id": 1}""".formatted(theirs))
                .statusCode(422)
                .body("errors.field", contains("currency", "customer_group_id", "customer_id"))
                .body("errors[1].code", is("reference.unknown"));
    }

    @Test
    void aListWithPricesIsNotDeleted() {
        var used = list("A");
        shop.make(
                "/products/" + shop.product("P") + "/prices",
                "{\"amount\": 1, \"currency\": \"EUR\", \"price_list_id\": " + used + "}");

        shop.delete(LISTS + "/" + used).statusCode(409).body("code", is("in_use"));
        shop.delete(LISTS + "/" + list("B")).statusCode(204);
    }

    @Test
    void listsAreFiltered() {
        list("A");
        shop.patch("manager", LISTS + "/" + list("B"), "{\"is_active\": false}").statusCode(200);

        shop.get(LISTS + "?is_active=true").body("items.code", contains("A"));
        shop.get(LISTS + "?q=b").body("items.code", contains("B"));
        shop.get(LISTS + "?colour=red").statusCode(400);
    }
}
