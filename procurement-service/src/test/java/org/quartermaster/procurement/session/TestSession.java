package org.quartermaster.procurement.session;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The tokens of a session. */
public record TestSession(String accessToken, String refreshToken) {

    static TestSession of(ValidatableResponse answer) {
        var body = answer.statusCode(200).extract().jsonPath();
        return new TestSession(body.getString("access_token"), body.getString("refresh_token"));
    }

    public ValidatableResponse refresh() {
        return TestAccount.post("refresh", body());
    }

    /** The session with its next tokens. */
    public TestSession next() {
        return of(refresh());
    }

    public ValidatableResponse logout() {
        return TestAccount.post("logout", body());
    }

    private String body() {
        return "{\"refresh_token\": \"%s\"}".formatted(refreshToken);
    }

    public RequestSpecification request() {
        return given().auth().oauth2(accessToken);
    }

    /** The status that a request with the access token gets. */
    public int status() {
        return request().get("/api/v1/auth/sessions").statusCode();
    }
}
