package org.quartermaster.platform.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** A tenant of one test alone, and requests in its name. */
public record TestTenant(String id) {

    public static TestTenant create() {
        return new TestTenant("t_" + UUID.randomUUID().toString().replace("-", ""));
    }

    public RequestSpecification as(String role) {
        return given().auth().oauth2(TestIssuer.shared().token(id, role));
    }

    public RequestSpecification manager() {
        return as("manager");
    }

    /** Posts JSON as a manager. */
    public ValidatableResponse post(String path, String json) {
        return manager().contentType(ContentType.JSON).body(json).post(path).then();
    }
}
