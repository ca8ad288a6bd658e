package org.quartermaster.catalog.product;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.quartermaster.platform.testing.TestTenant;

/** The articles of one test. */
public record Shelf(TestTenant tenant) {
    public static final String PRODUCTS = "/api/v1/products";

    public static Shelf create() {
        return new Shelf(TestTenant.create());
    }

    /** Adds an article and gives its id. */
    public int product(String json) {
        return add(PRODUCTS, json);
    }

    /** Adds a row somewhere and gives its id. */
    public int add(String path, String json) {
        return tenant.post(path, json).statusCode(201).extract().path("id");
    }

    public ValidatableResponse get(String path) {
        return tenant.as("viewer").get(PRODUCTS + path).then();
    }

    public ValidatableResponse put(String path, String json) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(json)
                .put(PRODUCTS + path)
                .then();
    }

    public ValidatableResponse patch(String path, String json) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(json)
                .patch(PRODUCTS + path)
                .then();
    }

    public ValidatableResponse delete(String path) {
        return tenant.manager().delete(PRODUCTS + path).then();
    }
}
