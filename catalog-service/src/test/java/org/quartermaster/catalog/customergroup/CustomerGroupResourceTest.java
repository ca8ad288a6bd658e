package org.quartermaster.catalog.customergroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.Shop;

/** Groups of customers that share prices. */
@CatalogTest
class CustomerGroupResourceTest {
    private static final String GROUPS = "/customer-groups";

    private final Shop shop = Shop.open();

    private String group(String code) {
        return GROUPS + "/" + shop.make(GROUPS, "{\"code\": \"%1$s\", \"name\": \"Of %1$s\"}".formatted(code));
    }

    @Test
    void aNewGroupHasThePriceTypeBaseAndNoDiscount() {
        shop.get(group("A"))
                .statusCode(200)
                .body("code", is("A"))
                .body("name", is("Of A"))
                .body("price_type", is("base"))
                .body("discount_percent", is(0.0f))
                .body("version", is(1));
    }

    @Test
    void aPatchChangesWhatItNamesAndAPutAllOfIt() {
        var path = group("A");

        shop.patch("manager", path, "{\"discount_percent\": 5.5, \"price_type\": \"retail\"}")
                .statusCode(200)
                .body("name", is("Of A"))
                .body("discount_percent", is(5.5f))
                .body("version", is(2));
        shop.put(path, "{\"code\": \"B\", \"name\": \"B\"}")
                .statusCode(200)
                .body("code", is("B"))
                .body("price_type", is("base"))
                .body("discount_percent", is(0.0f))
                .body("version", is(3));

        assertThat(shop.events("customergroup.updated")).isEqualTo(2);
    }

    @Test
    void aChangeForAnOldVersionIsRefused() {
        var path = group("A");
        var tag = shop.get(path).extract().header("ETag");
        shop.patch("manager", path, "{\"name\": \"B\"}").statusCode(200);

        shop.tenant()
                .manager()
                .header("If-Match", tag)
                .contentType("application/json")
                .body("{\"name\": \"C\"}")
                .patch("/api/v1" + path)
                .then()
                .statusCode(412);
    }

    @Test
    void aCodeIsTakenOnce() {
        group("A");

        shop.post(GROUPS, "{\"code\": \"A\", \"name\": \"A\"}").statusCode(409).body("errors[0].field", is("code"));
    }

    @Test
    void aGroupInUseIsNotDeleted() {
        var used = group("A");
        var id = Long.valueOf(used.substring(used.lastIndexOf('/') + 1));
        shop.customer("c", id);

        shop.delete(used).statusCode(409).body("code", is("in_use"));

        var unused = group("B");
        shop.delete(unused).statusCode(204);
        shop.get(unused).statusCode(404);
    }

    @Test
    void groupsAreFoundByCodeAndName() {
        group("Trade");
        group("Schools");

        shop.get(GROUPS).body("items.code", contains("Schools", "Trade"));
        shop.get(GROUPS + "?q=trade").body("items.code", contains("Trade"));
    }

    @ParameterizedTest
    @CsvSource({
        "discount_percent, 101, less_than_equal",
        "discount_percent, 1.00001, decimal_max_places",
        "price_type, '\"sale\"', enum",
        "code, '\" \"', string_too_short",
        "version, 2, unknown_field"
    })
    void aWrongValueIsNamed(String field, String value, String code) {
        shop.patch("manager", group("A"), "{\"%s\": %s}".formatted(field, value))
                .statusCode(422)
                .body("errors[0].field", is(field))
                .body("errors[0].code", is(code));
    }

    @Test
    void anothersGroupIsNone() {
        var path = group("A");
        var other = Shop.open();

        other.get(path).statusCode(404);
        other.patch("manager", path, "{\"name\": \"B\"}").statusCode(404);
        other.delete(path).statusCode(404);
    }
}
