package org.quartermaster.catalog.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.catalog.AtOnce;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.Shop;
import org.quartermaster.catalog.product.Shelf;

@CatalogTest
class CategoryResourceTest {
    private static final String CATEGORIES = "/api/v1/categories";

    private final Shelf shelf = Shelf.create();

    private int category(String name, Integer parent) {
        return shelf.add(CATEGORIES, "{\"name\":\"%s\",\"parent_id\":%s}".formatted(name, parent));
    }

    @Test
    void theTreeFollowsAMove() {
        var tools = category("Tools", null);
        var drills = category("Drills", tools);
        var bits = category("Bits", drills);
        var power = category("Power", null);

        shelf.tenant()
                .post(CATEGORIES + "/" + drills + "/move", "{\"parent_id\":%d,\"position\":3}".formatted(power))
                .statusCode(200)
                .body("path", is("/%d/%d/".formatted(power, drills)));

        shelf.tenant()
                .as("viewer")
                .get(CATEGORIES + "/" + bits)
                .then()
                .body("path", is("/%d/%d/%d/".formatted(power, drills, bits)))
                .body("depth", is(2));
        shelf.tenant()
                .as("viewer")
                .get(CATEGORIES + "/tree")
                .then()
                .statusCode(200)
                .body("items.name", is(List.of("Power", "Tools")))
                .body("items[0].children[0].children[0].name", is("Bits"));
    }

    @Test
    void whatIsBelowAMovedCategoryIsToldOfToo() {
        var tools = category("Tools", null);
        var drills = category("Drills", tools);
        var bits = category("Bits", drills);
        var power = category("Power", null);

        move(drills, power).statusCode(200);

        shelf.tenant()
                .manager()
                .get("/api/v1/activity?entity_type=category&entity_id=" + bits)
                .then()
                .body("items.action", is(List.of("updated", "created")))
                .body("items[0].details.before.path", is("/%d/%d/%d/".formatted(tools, drills, bits)))
                .body("items[0].details.after.path", is("/%d/%d/%d/".formatted(power, drills, bits)));
        assertThat(new Shop(shelf.tenant()).events("category.updated")).isEqualTo(2);
    }

    private ValidatableResponse move(int category, Integer parent) {
        return shelf.tenant().post(CATEGORIES + "/" + category + "/move", "{\"parent_id\":" + parent + "}");
    }

    @Test
    void movesOfACategoryAndOfOneAboveItDoNotBlockEachOther() throws Exception {
        var top = category("Top", null);
        var middle = category("Middle", top);
        var low = category("Low", middle);
        var other = category("Other", null);
        var calls = new ArrayList<Callable<Integer>>();
        for (var n = 0; n < 10; n++) {
            var isEven = n % 2 == 0;
            calls.add(() -> move(top, isEven ? other : null).extract().statusCode());
            calls.add(() -> move(low, isEven ? other : middle).extract().statusCode());
            calls.add(() -> move(middle, isEven ? other : top).extract().statusCode());
        }

        assertThat(AtOnce.all(calls)).containsOnly(200);

        assertThat(new Shop(shelf.tenant()).value("""
                select count(*) from catalog.category c left join catalog.category a on a.id = c.parent_id
                where c.tenant_id = :t and c.path <> coalesce(a.path, '/') || c.id || '/'
                """)).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/categories?parent_id=, 200",
        "/api/v1/classification/queue?category_id=, 200",
        "/api/v1/products?category_id=, 200",
        "/api/v1/products/search?category_id=, 200",
        "/api/v1/quotations?rfp_id=, 200",
        "/api/v1/customers?customer_group_id=, 200",
        "/api/v1/reservations?quotation_id=, 200",
        "/api/v1/inventory?warehouse_id=, 200",
        "/api/v1/categories/, 404",
        "/api/v1/brands/, 404",
        "/api/v1/suppliers/, 404",
        "/api/v1/warehouses/, 404",
        "/api/v1/products/, 404",
        "/api/v1/rfps/, 404",
        "/api/v1/quotations/, 404",
        "/api/v1/reservations/, 404",
        "/api/v1/recommendations/, 404",
        "/api/v1/customers/, 404"
    })
    void idsMayHaveMoreThanTenDigits(String path, int status) {
        shelf.tenant().as("viewer").get(path + "999999999999999999").then().statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/tender-subscriptions, cpv_prefix, customer_group_id",
        "/api/v1/price-lists, code, customer_id",
        "/api/v1/products, sku, brand_id"
    })
    void halfAnIdIsNoId(String path, String key, String field) {
        shelf.tenant()
                .post(path, "{\"%s\":\"18\",\"name\":\"x\",\"currency\":\"USD\",\"%s\":1.5}".formatted(key, field))
                .statusCode(422)
                .body("errors.find { it.field == '%s' }.code".formatted(field), is("int_parsing"));
    }

    @Test
    void aCategoryIsNeverAboveItselfNorBelowTheTenthLevel() {
        var top = category("L0", null);
        var last = top;
        for (var level = 1; level < 10; level++) {
            last = category("L" + level, last);
        }

        shelf.tenant()
                .post(CATEGORIES + "/" + top + "/move", "{\"parent_id\":%d}".formatted(last))
                .statusCode(422)
                .body("code", is("category.cycle"));
        shelf.tenant()
                .post(CATEGORIES, "{\"name\":\"L10\",\"parent_id\":%d}".formatted(last))
                .statusCode(422)
                .body("code", is("category.depth"));
        shelf.tenant()
                .post(CATEGORIES, "{\"name\":\"x\",\"parent_id\":1}")
                .statusCode(422)
                .body("errors.field", is(List.of("parent_id")));
    }

    @Test
    void whatHasChildrenOrArticlesIsNotDeleted() {
        var tools = category("Tools", null);
        var drills = category("Drills", tools);
        var product = shelf.product("{\"sku\":\"A\",\"name\":\"Drill\",\"category_id\":%d}".formatted(drills));

        for (var used : List.of(tools, drills)) {
            shelf.tenant()
                    .manager()
                    .delete(CATEGORIES + "/" + used)
                    .then()
                    .statusCode(409)
                    .body("code", is("in_use"));
        }
        shelf.get("?category_id=" + tools).body("items.id", is(List.of(product)));
        shelf.patch("/" + product, "{\"category_id\":null}").statusCode(200).body("category_id", nullValue());
        shelf.tenant().manager().delete(CATEGORIES + "/" + drills).then().statusCode(204);
    }

    @Test
    void whatItAsksForCountsForItsArticles() {
        var tools = category("Tools", null);
        var product = shelf.product("{\"sku\":\"A\",\"name\":\"Drill\",\"category_id\":%d}".formatted(tools));
        shelf.get("/" + product).body("completeness", is(60.0f));

        shelf.tenant()
                .manager()
                .contentType("application/json")
                .body("{\"required_fields\":[\"sku\",\"name\",\"gtin\"]}")
                .patch(CATEGORIES + "/" + tools)
                .then()
                .statusCode(200);

        Awaitility.await("articles are measured again")
                .untilAsserted(() -> shelf.get("/" + product).body("completeness", is(66.67f)));
        shelf.tenant()
                .manager()
                .contentType("application/json")
                .body("{\"required_fields\":[\"colour\"]}")
                .patch(CATEGORIES + "/" + tools)
                .then()
                .statusCode(422);
    }

    @Test
    void aSlugThatIsTakenIsNamed() {
        shelf.add(CATEGORIES, "{\"name\":\"Tools\"}");
        shelf.add(CATEGORIES, "{\"name\":\"Tools\"}");

        shelf.tenant()
                .post(CATEGORIES, "{\"name\":\"x\",\"slug\":\"tools-2\"}")
                .statusCode(409)
                .body("errors.field", is(List.of("slug")));
    }
}
