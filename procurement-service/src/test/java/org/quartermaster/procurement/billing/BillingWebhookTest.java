package org.quartermaster.procurement.billing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.quartermaster.procurement.billing.TestCustomer.WEBHOOK;
import static org.quartermaster.procurement.billing.TestCustomer.id;
import static org.quartermaster.procurement.billing.TestCustomer.send;
import static org.quartermaster.procurement.billing.TestCustomer.update;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.procurement.ProcurementDatabase;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** What the provider of payments tells, in whatever order and however often. */
@ProcurementTest
class BillingWebhookTest {
    private final TestCustomer customer = TestCustomer.create();
    private final TestOrganization organization = customer.organization();

    @ParameterizedTest
    @ValueSource(strings = {"", "t=1,v1=00", "v1=00"})
    void anEventThatIsNotSignedLeavesNothing(String signature) {
        var body = customer.state(id(), "created", customer.now(), "active", "price_starter_month");

        given().header("Stripe-Signature", signature)
                .body(body)
                .post(WEBHOOK)
                .then()
                .statusCode(422)
                .body("code", equalTo("bad_signature"));

        send(body).statusCode(200).body("status", equalTo("parked"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{}",
                "{\"id\":\"e\",\"type\":\"invoice.paid\",\"created\":\"x\"}",
                "\u0000",
                "{\"id\":1}"
            })
    void whatIsSignedButNoEventIsRefused(String body) {
        var status = send(body).extract().statusCode();

        assertThat(status).isIn(400, 422);
    }

    @Test
    void theSameEventTwiceHasOneEffect() throws SQLException {
        customer.buy("price_professional_month");
        var failed = customer.invoice(id(), "payment_failed", customer.now());

        send(failed).statusCode(200).body("received", equalTo(true));
        send(failed).statusCode(200).body("status", equalTo("applied"));

        customer.live().body("failed_payments", equalTo(1)).body("status", equalTo("past_due"));
    }

    @Test
    void anOlderStateIsIgnored() throws SQLException {
        customer.buy("price_professional_month");
        send(customer.state(id(), "updated", customer.now() - 10, "active", "price_enterprise_year"))
                .body("status", equalTo("applied"));

        send(customer.state(id(), "updated", customer.now() - 20, "active", "price_starter_month"))
                .statusCode(200)
                .body("status", equalTo("ignored_stale"));

        customer.live().body("plan", equalTo("enterprise")).body("interval", equalTo("year"));
    }

    @Test
    void anUpdateOfAnUnknownSubscriptionMakesIt() throws SQLException {
        customer.become();

        send(customer.state(id(), "updated", customer.now(), "active", "price_starter_year"))
                .body("status", equalTo("applied"));

        customer.live().body("plan", equalTo("starter"));
    }

    @Test
    void anUnknownCustomerWaitsUntilHeIsKnown() throws SQLException {
        send(customer.state(id(), "created", customer.now(), "active", "price_starter_month"))
                .body("status", equalTo("parked"));
        customer.live().body("plan", equalTo("free"));

        customer.become();

        Awaitility.await("the event is applied").atMost(Duration.ofSeconds(20)).untilAsserted(() -> customer.live()
                .body("plan", equalTo("starter")));
    }

    @Test
    void anUnknownPriceGrantsNothingUntilTheOperatorAppliesIt() throws SQLException {
        customer.become();
        var price = "price_" + UUID.randomUUID();
        send(customer.state(id(), "created", customer.now(), "active", price))
                .statusCode(200)
                .body("status", equalTo("parked"));
        customer.live().body("plan", equalTo("free"));
        var operator = TestOrganization.operator();
        var event = operator.as("admin")
                .get("/api/v1/admin/billing-events?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("items.find { it.price == '" + price + "' }.event_id");
        var apply = "/api/v1/admin/billing-events/" + event + "/apply";
        organization.as("admin").post(apply).then().statusCode(403);
        organization.as("admin").get("/api/v1/admin/billing-events").then().statusCode(403);
        operator.as("admin").post(apply).then().statusCode(200).body("status", equalTo("parked"));

        update("update procurement.plans set price_ids = price_ids || ?::text where plan = 'starter'", price);
        operator.as("admin").post(apply).then().statusCode(200).body("status", equalTo("applied"));
        operator.as("admin").post(apply).then().statusCode(409);

        customer.live().body("plan", equalTo("starter"));
    }

    @Test
    void anErrorWhileApplyingWritesNothingSoThatTheProviderRepeats() throws SQLException {
        customer.become();
        var body = customer.state(id(), "created", customer.now(), "active", "price_starter_month");
        try (var owner = ProcurementDatabase.as("procurement_owner");
                var statement = owner.createStatement()) {
            statement.execute("""
                    create function procurement.break_%1$s() returns trigger language plpgsql as $$
                    begin raise exception 'broken for a test'; end $$;
                    create trigger break_%1$s before insert on procurement.subscriptions for each row
                      when (new.tenant_id = '%1$s') execute function procurement.break_%1$s();
                    """.formatted(organization.tenant()));
            try {
                send(body).statusCode(500);
            } finally {
                statement.execute("drop function procurement.break_%s() cascade".formatted(organization.tenant()));
            }
        }
        assertThat(customer.count("select count(*) from procurement.billing_events where tenant_id = ?"))
                .isZero();

        send(body).statusCode(200).body("status", equalTo("applied"));

        customer.live().body("plan", equalTo("starter"));
    }

    @Test
    void otherEventsAreRecordedAndIgnored() {
        var body = """
                {"id":"%s","type":"charge.refunded","created":%d,"data":{"object":{}}}""".formatted(id(), customer.now());

        send(body).statusCode(200).body("status", equalTo("received"));
        given().get(WEBHOOK + "/health").then().statusCode(200);
    }
}
