package org.quartermaster.procurement.demo;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.quartermaster.platform.testing.Eventually.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demo as the local stack starts it, while NATS is away: nothing but the events waits for it. */
@QuarkusTest
@QuarkusTestResource(value = LonelyServers.class, restrictToAnnotatedClass = true)
class DemoWithoutNatsTest {
    private static final String ALL = "/api/v1/tenders?source=demo-mk,demo-sr,demo-en";

    private static <T> T of(String path, String member) {
        return given().get(path).then().statusCode(200).extract().path(member);
    }

    @Test
    void theServiceIsReadyAndARequestWithoutATokenIsOfTheDemoUser() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/api/v1/auth/me")
                .then()
                .statusCode(200)
                .body("user_id", equalTo("00000000-0000-4000-8000-000000000001"));
        given().get("/api/v1/organizations/00000000-0000-4000-8000-000000000100/members")
                .then()
                .statusCode(200)
                .body("items.full_name", containsInAnyOrder("Demo user", "Fleet clerk", "Driver"));
        given().get("/api/v1/billing/subscription").then().body("plan", equalTo("enterprise"));
        given().auth().oauth2("no.good.token").get("/api/v1/auth/me").then().statusCode(401);
    }

    @Test
    void theTendersComeAndTheTeamIsToldOfThem() {
        await("the tenders of the demo").until(() -> of(ALL, "total"), total -> total.equals(30));
        await("the last thing that the demo makes")
                .until(
                        () -> of("/api/v1/message-threads", "items.subject"),
                        List.of("Offer for the work gloves")::equals);

        await("the matches of its alerts")
                .until(() -> (int) of("/api/v1/notifications?type=alert_match", "total") == 7);
        given().get("/api/v1/ocds/changes?limit=1")
                .then()
                .statusCode(200)
                .body("items.tender_id", notNullValue())
                .body("next_cursor", notNullValue());
    }

    @Test
    void whatIsWrittenIsThereAndTheServiceStaysReady() {
        given().contentType(ContentType.JSON)
                .body("{\"name\": \"Bridges\", \"criteria\": {\"keywords\": {\"any\": [\"bridge\"]}}}")
                .post("/api/v1/saved-searches")
                .then()
                .statusCode(201);
        given().contentType(ContentType.JSON)
                .body("{\"title\": \"Bridge over the river\"}")
                .post("/api/v1/tenders")
                .then()
                .statusCode(201);

        given().get("/api/v1/saved-searches").then().body("items.name", hasItem("Bridges"));
        given().get("/api/v1/tenders?q=bridge").then().body("items.title", hasItem("Bridge over the river"));
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }
}
