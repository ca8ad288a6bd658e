package org.quartermaster.vehicle.vin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.vehicle.VehicleTest;

@VehicleTest
class VinResourceTest {
    private final TestTenant tenant = TestTenant.create();

    private ValidatableResponse get(String vin) {
        return tenant.as("viewer").get("/api/v1/vin/{vin}", vin).then();
    }

    private ValidatableResponse post(Map<String, ?> body) {
        return tenant.as("viewer")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/vin/verdicts")
                .then();
    }

    @Test
    void aVinIsJudgedWhole() {
        get(" 1hgcm-82633a004352")
                .statusCode(200)
                .body("input", is(" 1hgcm-82633a004352"))
                .body("normalized", is("1HGCM82633A004352"))
                .body("kind", is("vin17"))
                .body("well_formed", is(true))
                .body("normalization", is(List.of("trimmed", "separators", "case")))
                .body("problems", empty())
                .body("check_digit.status", is("valid"))
                .body("model_year.value", is(2003))
                .body("model_year.candidates", is(List.of(2003, 2033)))
                .body("wmi.maker", is("Honda"))
                .body("suggestion", nullValue())
                .body("candidates", empty());
    }

    @Test
    void aMalformedVinHasAVerdictToo() {
        get("1HGCM82633AO04352")
                .statusCode(200)
                .body("normalized", nullValue())
                .body("kind", is("malformed"))
                .body("problems[0].position", is(12))
                .body("suggestion.vin", is("1HGCM82633A004352"))
                .body("suggestion.confidence", is("high"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1HGCM82633", "1HGCM82633A0043522", "1HGCM82633*004352", "IOQ", "%", "<script>"})
    void anyShortTextIsAnsweredWithAVerdict(String text) {
        get(text).statusCode(200).body("well_formed", is(false)).body("normalized", nullValue());
    }

    @Test
    void aTextThatIsFarTooLongIsRefusedAtOnce() {
        get("1".repeat(101)).statusCode(422).body("errors.field", hasItem("vin"));
        get("1".repeat(10_000)).statusCode(422).body("errors.field", hasItem("vin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/vin/a;b", "/api/v1/vin/a%3Bb", "/api/v1/vin/a%2Fb", "/api/v1/vin/%2e%2e"})
    void pathTricksAreRefused(String path) {
        tenant.as("viewer").urlEncodingEnabled(false).get(path).then().statusCode(400);
    }

    @Test
    void marketAndYearAreHeard() {
        tenant.as("viewer")
                .queryParam("market", "US")
                .queryParam("year", 1994)
                .get("/api/v1/vin/KMTGE4S10RU008178")
                .then()
                .statusCode(200)
                .body("check_digit.status", is("mismatch"))
                .body("model_year.value", is(1994))
                .body("model_year.certainty", is("stated"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"year=1899", "year=2101", "year=x", "market=us", "market=USA", "market=QQ"})
    void wrongValuesAreNamed(String query) {
        tenant.as("viewer")
                .get("/api/v1/vin/1HGCM82633A004352?" + query)
                .then()
                .statusCode(422)
                .body("errors.field", is(List.of(query.substring(0, query.indexOf('=')))));
    }

    @Test
    void manyVinsAreJudgedInTheirOrder() {
        post(Map.of("vins", List.of("1HGCM82633A004353", "", "kmtge4s1pru008178"), "market", "US"))
                .statusCode(200)
                .body("items.kind", is(List.of("vin17", "missing", "vin17")))
                .body("items[0].check_digit.expected", is("5"))
                .body("items[2].check_digit.status", is("not_applicable"));
        post(Map.of("vins", Collections.nCopies(1_000, "A"))).statusCode(200).body("items", hasSize(1_000));
    }

    @Test
    void aListMustHoldOneToAThousandTexts() {
        post(Map.of("vins", List.of())).statusCode(422);
        post(Map.of("vins", Collections.nCopies(1_001, "A"))).statusCode(422);
        post(Map.of("vins", List.of(1))).statusCode(422);
        post(Map.of("vins", List.of("A", "1".repeat(101)))).statusCode(422).body("errors[0].field", is("vins[1]"));
        post(Map.of("vins", List.of("A"), "year", 2003))
                .statusCode(422)
                .body("code", is("unknown_field"))
                .body("errors[0].code", is("unknown_field"));
    }

    @Test
    void aTokenIsNeeded() {
        given().get("/api/v1/vin/1HGCM82633A004352").then().statusCode(401);
    }
}
