package org.quartermaster.procurement.message;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** Messages between people. */
@ProcurementTest
class ThreadResourceTest {
    private static final String PATH = "/api/v1/message-threads";

    private final TestOrganization organization = TestOrganization.create();

    private String open(String kind, String participant) {
        return organization
                .post("viewer", PATH, """
                        {"subject": "S", "content": "<script>alert(1)</script>", "kind": "%s", "participants": [%s]}
                        """.formatted(kind, participant))
                .statusCode(201)
                .extract()
                .path("thread_id");
    }

    @Test
    void aMessageIsReadByThoseWhoTakePartAndIsThereForNoStranger() {
        var path = PATH + "/" + open("tenant", "\"" + organization.user("operator") + "\"");

        organization.as("operator").get(path).then().statusCode(200).body("unread", equalTo(1));
        organization
                .as("operator")
                .get(path + "/messages")
                .then()
                .body("items.content", contains("<script>alert(1)</script>"));
        organization.post("operator", path + "/read", "").statusCode(204);
        organization.as("operator").get(path).then().body("unread", equalTo(0));
        organization.as("operator").get("/api/v1/notifications").then().body("items.type", contains("message"));
        for (var stranger : new String[] {"manager", "admin"}) {
            organization.as(stranger).get(path).then().statusCode(404);
            organization.as(stranger).get(path + "/messages").then().statusCode(404);
            organization
                    .post(stranger, path + "/messages", "{\"content\": \"x\"}")
                    .statusCode(404);
        }
        TestOrganization.create().as("viewer").get(path).then().statusCode(404);
    }

    @Test
    void aMessageThatIsSentAgainWithItsKeyIsAddedOnce() {
        var path = PATH + "/" + open("tenant", "") + "/messages";

        var first = send(path, "key-1", "Hello");
        var second = send(path, "key-1", "Hello");

        second.statusCode(201).body("message_id", equalTo(first.extract().path("message_id")));
        organization
                .as("viewer")
                .get(path)
                .then()
                .body("items.content", contains("Hello", "<script>alert(1)</script>"));
        send(path, "key-1", "Other").statusCode(422);
    }

    private ValidatableResponse send(String path, String key, String content) {
        return organization
                .as("viewer")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{\"content\": \"" + content + "\"}")
                .post(path)
                .then();
    }

    @Test
    void aClosedThreadTakesNoMessageAndSaysThatItWasClosed() {
        var path = PATH + "/" + open("tenant", "");

        patch(path, "closed");
        organization.post("viewer", path + "/messages", "{\"content\": \"x\"}").statusCode(409);
        patch(path, "open");
        organization.post("viewer", path + "/messages", "{\"content\": \"x\"}").statusCode(201);

        organization
                .as("viewer")
                .get(path + "/messages")
                .then()
                .body("items.content", contains("x", "reopened", "closed", "<script>alert(1)</script>"))
                .body("items.is_system_message", contains(false, true, true, false));
    }

    private void patch(String path, String status) {
        organization
                .as("viewer")
                .contentType(ContentType.JSON)
                .body("{\"status\": \"" + status + "\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("status", equalTo(status));
    }

    @Test
    void supportIsSeenAndAnsweredByTheStaffOfTheOperator() {
        var id = open("support", "");
        var inside = open("tenant", "");
        var staff = TestOrganization.operator();

        staff.as("viewer").get(PATH + "?kind=support").then().body("items.thread_id", hasItem(id));
        staff.as("viewer").get(PATH + "/" + inside).then().statusCode(404);
        staff.post("viewer", PATH + "/" + id + "/messages", "{\"content\": \"Hello\"}")
                .statusCode(201);

        organization.as("viewer").get(PATH + "/" + id + "/messages").then().body("items[0].content", equalTo("Hello"));
        organization.as("viewer").get(PATH + "/" + id).then().body("unread", equalTo(1));
        organization.as("viewer").get("/api/v1/notifications").then().body("items.type", contains("message"));
    }
}
