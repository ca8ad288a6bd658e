package org.quartermaster.procurement.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.quartermaster.platform.testing.Eventually.await;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestChange;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestTender;
import org.quartermaster.procurement.config.SystemConfig;
import org.quartermaster.procurement.usage.Resource;
import org.quartermaster.procurement.usage.TestUsage;

/** Endpoints that get events, against a receiver. */
@ProcurementTest
class WebhookResourceTest {
    private final TestOrganization organization = TestOrganization.create();
    private TestReceiver receiver;

    @Inject
    SystemConfig config;

    @BeforeEach
    void listen() {
        receiver = TestReceiver.of(organization, config);
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    private ValidatableResponse create(String key) {
        return receiver.register("alert.matched", key);
    }

    @Test
    void aTestIsSignedAndAfterRotationByBothSecrets() throws Exception {
        var made = create(Ids.random(8)).extract();
        String secret = made.path("secret");
        var path = "/api/v1/webhooks/" + made.path("webhook_id");

        organization.post("admin", path + "/test", "").statusCode(202);
        await("the test").until(() -> receiver.received().size() == 1);
        var first = receiver.received().get(0);
        assertThat(first.signature()).isEqualTo(first.signedBy(secret));
        assertThat(first.body()).contains(first.id(), "webhook.test");

        String other = organization
                .post("admin", path + "/rotate", "")
                .statusCode(200)
                .extract()
                .path("secret");
        organization.post("admin", path + "/test", "").statusCode(202);
        await("the second test").until(() -> receiver.received().size() == 2);
        var second = receiver.received().get(1);
        assertThat(second.signature()).isEqualTo(second.signedBy(other) + " " + second.signedBy(secret));
    }

    @Test
    void theSecretIsShownOnceAndNotToARepetition() {
        var key = Ids.random(8);
        String id = create(key).extract().path("webhook_id");

        create(key).body("webhook_id", equalTo(id)).body("secret", nullValue());
        organization.as("admin").get("/api/v1/webhooks/" + id).then().body("secret", nullValue());
        organization.as("manager").get("/api/v1/webhooks/" + id).then().statusCode(403);
    }

    @Test
    void aFailureIsKeptAndTriedAgainWithTheSameId() {
        receiver.answers(500);
        String id = create(Ids.random(8)).extract().path("webhook_id");
        organization.post("admin", "/api/v1/webhooks/" + id + "/test", "").statusCode(202);
        var path = "/api/v1/webhooks/" + id + "/attempts";
        await("an attempt")
                .until(() -> organization
                                .as("admin")
                                .get(path)
                                .<List<?>>path("items")
                                .size()
                        == 1);

        var attempt = organization
                .as("admin")
                .get(path)
                .then()
                .body("items[0].status_code", equalTo(500))
                .extract();
        assertThat(attempt.<String>path("items[0].response")).hasSize(4 * 1024);
        receiver.answers(200);
        organization
                .post("admin", path + "/" + attempt.path("items[0].attempt_id") + "/retry", "")
                .statusCode(202);
        await("the second").until(() -> receiver.received().size() >= 2);
        assertThat(receiver.received().get(1).id())
                .isEqualTo(receiver.received().get(0).id());
    }

    @Test
    void whatWasTakenIsCountedAndWhatWasRefusedIsNot() {
        var usage = new TestUsage(organization.tenant());
        receiver.answers(410);
        sendTest();
        await("a refused one").until(() -> receiver.received().size() == 1);

        receiver.answers(200);
        sendTest();

        await("the count").until(() -> usage.counted(Resource.WEBHOOK_DELIVERY) > 0);
        assertThat(usage.counted()).containsExactly("webhook_delivery 1");
    }

    private void sendTest() {
        String id = create(Ids.random(8)).extract().path("webhook_id");
        organization.post("admin", "/api/v1/webhooks/" + id + "/test", "").statusCode(202);
    }

    @Test
    void aReceiverThatIsGoneIsDisabledAndItsAdministratorsAreTold() {
        receiver.answers(410);
        String id = create(Ids.random(8)).extract().path("webhook_id");

        organization.post("admin", "/api/v1/webhooks/" + id + "/test", "").statusCode(202);

        await("the end")
                .until(() ->
                        !organization.as("admin").get("/api/v1/webhooks/" + id).<Boolean>path("is_active"));
        organization.as("admin").get("/api/v1/webhooks/" + id).then().body("disabled_reason", equalTo("gone"));
        organization
                .as("admin")
                .get("/api/v1/notifications")
                .then()
                .body("items[0].title", equalTo("Webhook disabled"));
    }

    @Test
    void aMatchGoesToThoseWhoAskForItAsACloudEvent() {
        create(Ids.random(8));
        var word = "hook" + Ids.random(10).toLowerCase(Locale.ROOT);
        organization.post("viewer", "/api/v1/alerts", """
                        {"name": "A", "criteria": {"keywords": {"any": ["%s"]}}}
                        """.formatted(word)).statusCode(201);

        TestChange.note(TestTender.of(TestTender.newSource(), word).insert(), "published");

        await("the event").until(() -> receiver.received().size() == 1);
        assertThat(receiver.received().get(0).body()).contains("org.quartermaster.procurement.alert.matched.v1", word);
    }
}
