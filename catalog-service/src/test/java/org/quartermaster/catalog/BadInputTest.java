package org.quartermaster.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.platform.testing.TestTenant;

/** What nobody should send, to every part of the service. */
@CatalogTest
class BadInputTest {
    private final TestTenant tenant = TestTenant.create();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "products",
                "products/bulk",
                "categories",
                "brands",
                "suppliers",
                "customers",
                "warehouses",
                "customer-groups",
                "price-lists",
                "tax-rates",
                "fx-rates",
                "prices/resolve",
                "stock-movements",
                "stock-transfers",
                "reservations",
                "rfps",
                "quotations",
                "recommendations",
                "recommendations/suggest",
                "maintenance-kits",
                "tender-subscriptions",
                "safety/tasks",
                "safety/tools",
                "safety/assess",
                "safety/exposure",
                "safety/citations/check",
                "classification/suggest",
                "classification/suggest/batch",
                "classifications/decide",
                "import-mappings",
                "exports/products"
            })
    void aBodyIsAnObjectOfJsonWithoutNul(String path) {
        post(path, "{").statusCode(400);
        post(path, "[]").statusCode(422);
        post(path, "{\"name\":\"a\\u0000b\",\"reference\":\"a\\u0000b\",\"task\":\"a\\u0000b\"}")
                .statusCode(422);
    }

    private ValidatableResponse post(String path, String body) {
        return tenant.as("admin")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/" + path)
                .then();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "products",
                "categories",
                "brands",
                "suppliers",
                "customers",
                "warehouses",
                "customer-groups",
                "price-lists",
                "tax-rates",
                "fx-rates",
                "inventory",
                "stock-movements",
                "reservations",
                "rfps",
                "quotations",
                "recommendations",
                "maintenance-kits",
                "tender-subscriptions",
                "safety/tasks",
                "safety/tools",
                "safety/osha",
                "safety/ansi",
                "safety/hazards",
                "safety/ppe-types",
                "unspsc",
                "etim/classes",
                "etim/groups",
                "classification/queue",
                "import-mappings",
                "activity"
            })
    void aQueryIsWhatTheListKnows(String path) {
        get(path + "?nonsense=1", 400);
        get(path + "?cursor=nonsense", 400);
        get(path + "?limit=0", 422);
        get(path + "?limit=-1", 422);
        get(path + "?limit=101", 422);
        get(path + "?limit=many", 422);
    }

    private void get(String path, int status) {
        tenant.as("admin").get("/api/v1/" + path).then().statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({
        "products?sort=nonsense, sort",
        "products?status=nonsense, status",
        "products?availability=nonsense, availability",
        "products?enrichment_status=nonsense, enrichment_status",
        "products?min_completeness=101, min_completeness",
        "products?updated_since=soon, updated_since",
        "products?unspsc=2711, unspsc",
        "products?etim_class=EC12, etim_class",
        "products/search?facets=nonsense, facets",
        "products/search?unspsc=2711, unspsc",
        "products/search?etim_class=EC12, etim_class",
        "customers?customer_type=nonsense, customer_type",
        "inventory?low=perhaps, low",
        "reservations?state=nonsense, state",
        "rfps?state=nonsense, state",
        "rfps?analysis_status=nonsense, analysis_status",
        "rfps?source=nonsense, source",
        "rfps?deadline_from=soon, deadline_from",
        "quotations?status=nonsense, status",
        "quotations?total_min=much, total_min",
        "quotations?current=perhaps, current",
        "recommendations?status=nonsense, status",
        "recommendations?priority=nonsense, priority",
        "recommendations?source=nonsense, source",
        "recommendations?due_before=soon, due_before",
        "safety/tasks?risk_level=nonsense, risk_level",
        "classification/queue?system=nonsense, system",
        "classification/queue?max_confidence=1.2, max_confidence",
        "unspsc?level=9, level",
        "activity?action=nonsense, action",
        "activity?from=soon, from"
    })
    void aWrongValueInAQueryIsNamed(String path, String field) {
        tenant.as("admin").get("/api/v1/" + path).then().statusCode(422).body("errors.field", hasItem(field));
    }

    @Test
    void whatIsTakenIsTakenInEveryLetterCaseAndAtOnce() throws Exception {
        var products = new ArrayList<Callable<String>>();
        var customers = new ArrayList<Callable<String>>();
        for (var n = 0; n < 10; n++) {
            var letter = n % 2 == 0 ? "a" : "A";
            var slug = "s" + n;
            products.add(() -> made("products", """
                    {"sku":"%s-1","name":"Drill","slug":"%s"}""".formatted(letter, slug)));
            customers.add(() -> made("customers", """
                    {"code":"%s","name":"C","email":"%suyer@example.org"}""".formatted(slug, letter)));
        }

        assertThat(AtOnce.all(products)).containsOnlyOnce("201").containsOnly("201", "409 sku");
        assertThat(AtOnce.all(customers)).containsOnlyOnce("201").containsOnly("201", "409 email");
    }

    /** The status, and the field that is taken. */
    private String made(String path, String body) {
        var answer = post(path, body).extract();
        return answer.statusCode() == 201
                ? "201"
                : answer.statusCode() + " " + answer.jsonPath().getString("errors[0].field");
    }
}
