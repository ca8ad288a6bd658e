package org.quartermaster.procurement.billing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.ProcurementDatabase;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** Buying a plan, and what the provider of payments tells of it. */
@ProcurementTest
class BillingTest {
    private static final String SECRET = "whsec_of_the_tests";
    private static final String WEBHOOK = "/api/v1/billing/webhook";

    private final TestOrganization organization = TestOrganization.create();
    private final String customer = "cus_" + UUID.randomUUID();
    private final String subscription = "sub_" + UUID.randomUUID();
    private final long now = Instant.now().getEpochSecond();

    private static ValidatableResponse send(String body) {
        return given().header(
                        "Stripe-Signature",
                        Signature.header(body.getBytes(StandardCharsets.UTF_8), SECRET, Instant.now()))
                .contentType(ContentType.JSON)
                .body(body)
                .post(WEBHOOK)
                .then();
    }

    private static String id() {
        return "evt_" + UUID.randomUUID();
    }

    private String state(String event, String type, long created, String status, String price) {
        return """
                {"id":"%s","type":"customer.subscription.%s","created":%d,"data":{"object":{"id":"%s","customer":"%s",
                 "status":"%s","current_period_start":%d,"current_period_end":%d,"cancel_at_period_end":false,
                 "items":{"data":[{"price":{"id":"%s"}}]}}}}
                """.formatted(event, type, created, subscription, customer, status, now - 60, now + 2_000_000, price);
    }

    private String invoice(String event, String type, long created) {
        return """
                {"id":"%s","type":"invoice.%s","created":%d,"data":{"object":{"id":"in_1","customer":"%s",
                 "subscription":"%s","amount_paid":3299,"amount_due":3299,"currency":"eur"}}}
                """.formatted(event, type, created, customer, subscription);
    }

    private void update(String sql, Object... parameters) throws SQLException {
        try (var connection = ProcurementDatabase.system()) {
            Sql.update(connection, sql, parameters);
        }
    }

    private void knowCustomer() throws SQLException {
        update(
                "update procurement.organizations set stripe_customer_id = ? where tenant_id = ?",
                customer,
                organization.tenant());
    }

    private void buy(String price) throws SQLException {
        knowCustomer();
        send(state(id(), "created", now - 50, "active", price)).statusCode(200).body("status", equalTo("applied"));
    }

    private ValidatableResponse live() {
        return organization
                .as("viewer")
                .get("/api/v1/billing/subscription")
                .then()
                .statusCode(200);
    }

    @Test
    void plansAreShownToEverybody() {
        given().get("/api/v1/billing/plans")
                .then()
                .statusCode(200)
                .body("items.plan", contains("free", "starter", "professional", "enterprise"))
                .body("items[2].limits.daily_queries", equalTo(20))
                .body("items[2].price_ids", hasItem("price_professional_month"))
                .body("items[3].limits.alerts", equalTo(-1));
    }

    @Test
    void aCheckoutRaisesTheLimitsAtOnceAndItsButtonPressedTwiceChangesNothing() {
        var page = organization
                .post("admin", "/api/v1/billing/checkout", """
                        {"plan":"professional","interval":"month"}""")
                .statusCode(201)
                .body("customer_id", notNullValue())
                .extract()
                .<String>path("checkout_url");
        var path = page.substring(page.indexOf("/q/"));
        given().get(path).then().statusCode(200);
        live().body("plan", equalTo("free"));

        given().post(path).then().statusCode(200);
        given().post(path).then().statusCode(200);

        live().body("plan", equalTo("professional")).body("status", equalTo("active"));
        organization
                .as("viewer")
                .get("/api/v1/billing/usage")
                .then()
                .body("limits.daily_queries", equalTo(20))
                .body("usage.members", equalTo(4));
        organization
                .as("admin")
                .get("/api/v1/billing/invoices")
                .then()
                .body("items", hasSize(1))
                .body("items[0].amount", equalTo(32.99f))
                .body("items[0].currency", equalTo("EUR"));
        organization
                .post("admin", "/api/v1/billing/checkout", """
                        {"plan":"professional","interval":"month"}""")
                .statusCode(409)
                .body("code", equalTo("same_plan"));
    }

    @Test
    void thePortalEndsItWithItsPeriod() throws SQLException {
        organization
                .post("admin", "/api/v1/billing/portal", "{}")
                .statusCode(409)
                .body("code", equalTo("no_subscription"));
        buy("price_professional_month");
        var page = organization
                .post("admin", "/api/v1/billing/portal", "{}")
                .statusCode(201)
                .extract()
                .<String>path("checkout_url");
        var path = page.substring(page.indexOf("/q/"));
        given().get(path).then().statusCode(200);

        given().post(path).then().statusCode(200);

        live().body("cancel_at_period_end", equalTo(true)).body("plan", equalTo("professional"));
        given().post(path.replace("mock-portal", "mock-checkout")).then().statusCode(404);
    }

    @Test
    void onlyAnAdministratorBuysAndOnlyWhatThereIs() {
        organization.post("manager", "/api/v1/billing/checkout", """
                        {"plan":"starter","interval":"month"}""").statusCode(403);
        organization
                .post("admin", "/api/v1/billing/checkout", """
                        {"plan":"free","interval":"week","success_url":"javascript:alert(1)"}""")
                .statusCode(422)
                .body("errors.field", hasItem("success_url"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t=1,v1=00", "v1=00"})
    void anEventThatIsNotSignedLeavesNothing(String signature) {
        var body = state(id(), "created", now, "active", "price_starter_month");

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
        buy("price_professional_month");
        var failed = invoice(id(), "payment_failed", now);

        send(failed).statusCode(200).body("received", equalTo(true));
        send(failed).statusCode(200).body("status", equalTo("applied"));

        live().body("failed_payments", equalTo(1)).body("status", equalTo("past_due"));
    }

    @Test
    void anOlderStateIsIgnored() throws SQLException {
        buy("price_professional_month");
        send(state(id(), "updated", now - 10, "active", "price_enterprise_year"))
                .body("status", equalTo("applied"));

        send(state(id(), "updated", now - 20, "active", "price_starter_month"))
                .statusCode(200)
                .body("status", equalTo("ignored_stale"));

        live().body("plan", equalTo("enterprise")).body("interval", equalTo("year"));
    }

    @Test
    void anUpdateOfAnUnknownSubscriptionMakesIt() throws SQLException {
        knowCustomer();

        send(state(id(), "updated", now, "active", "price_starter_year")).body("status", equalTo("applied"));

        live().body("plan", equalTo("starter"));
    }

    @Test
    void anUnknownCustomerWaitsUntilHeIsKnown() throws SQLException {
        send(state(id(), "created", now, "active", "price_starter_month")).body("status", equalTo("parked"));
        live().body("plan", equalTo("free"));

        knowCustomer();

        Awaitility.await("the event is applied").atMost(Duration.ofSeconds(20)).untilAsserted(() -> live().body(
                        "plan", equalTo("starter")));
    }

    @Test
    void anUnknownPriceGrantsNothingUntilTheOperatorAppliesIt() throws SQLException {
        knowCustomer();
        var price = "price_" + UUID.randomUUID();
        send(state(id(), "created", now, "active", price)).statusCode(200).body("status", equalTo("parked"));
        live().body("plan", equalTo("free"));
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

        live().body("plan", equalTo("starter"));
    }

    @Test
    void theFourthFailedPaymentSetsFreeAndDeletesNothing() throws SQLException {
        buy("price_professional_month");
        makeAlerts(5);
        for (var i = 0; i < 3; i++) {
            send(invoice(id(), "payment_failed", now)).statusCode(200);
        }
        live().body("plan", equalTo("professional")).body("status", equalTo("past_due"));

        send(invoice(id(), "payment_failed", now)).statusCode(200);

        live().body("plan", equalTo("free"));
        assertThat(count("select count(*) from procurement.alerts where tenant_id = ?"))
                .isEqualTo(5);
        assertThat(count("select count(*) from procurement.alerts where tenant_id = ? and over_limit"))
                .isEqualTo(2);
        send(invoice(id(), "paid", now)).statusCode(200);
        live().body("plan", equalTo("professional")).body("failed_payments", equalTo(0));
        assertThat(count("select count(*) from procurement.alerts where tenant_id = ? and over_limit"))
                .isZero();
    }

    private void makeAlerts(int number) throws SQLException {
        for (var i = 0; i < number; i++) {
            update(
                    "insert into procurement.alerts (tenant_id, user_id, name, filters) values (?, ?, ?, '{}')",
                    organization.tenant(),
                    organization.user("viewer"),
                    "Alert " + i);
        }
    }

    private long count(String sql) throws SQLException {
        try (var connection = ProcurementDatabase.system()) {
            return Sql.query(connection, sql, row -> row.getLong(1), organization.tenant())
                    .get(0);
        }
    }

    @Test
    void aCopyOfThePlanIsKeptAtTheUsersAndTheAdministratorIsTold() throws SQLException {
        buy("price_professional_month");

        assertThat(count("select count(*) from procurement.users u join procurement.organizations o using (org_id)"
                        + " where o.tenant_id = ? and u.subscription_tier = 'professional'"))
                .isEqualTo(4);
        assertThat(count("select count(*) from procurement.notifications where tenant_id = ? and type = 'billing'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from platform.outbox where tenant_id = ?"
                        + " and entity = 'subscription' and subject like '%.activated'"))
                .isEqualTo(1);
    }

    @Test
    void whatWasUsedIsKeptWhenTheSubscriptionIsReplaced() throws SQLException {
        update("""
                insert into procurement.subscription_usage
                  (tenant_id, subscription_id, resource_type, quantity, period_start, period_end)
                select tenant_id, subscription_id, 'export', 1, date_trunc('day', now(), 'UTC'), now() + interval '1 day'
                from procurement.subscriptions where tenant_id = ?
                """, organization.tenant());

        buy("price_starter_month");

        organization.as("viewer").get("/api/v1/billing/usage").then().body("usage.exports_today", equalTo(1));
    }

    @Test
    void anErrorWhileApplyingWritesNothingSoThatTheProviderRepeats() throws SQLException {
        knowCustomer();
        var body = state(id(), "created", now, "active", "price_starter_month");
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
        assertThat(count("select count(*) from procurement.billing_events where tenant_id = ?"))
                .isZero();

        send(body).statusCode(200).body("status", equalTo("applied"));

        live().body("plan", equalTo("starter"));
    }

    @Test
    void itEndsWithItsPeriodAndGoesOnAfterAll() throws SQLException {
        buy("price_professional_month");

        organization
                .post("admin", "/api/v1/billing/subscription/cancel", "{}")
                .statusCode(200)
                .body("cancel_at_period_end", equalTo(true))
                .body("plan", equalTo("professional"));
        organization
                .post("admin", "/api/v1/billing/subscription/resume", "{}")
                .statusCode(200)
                .body("cancel_at_period_end", equalTo(false));
        organization.post("admin", "/api/v1/billing/subscription/resume", "{}").statusCode(409);
        organization
                .post("admin", "/api/v1/billing/subscription/change", """
                        {"plan":"starter","interval":"year"}""")
                .statusCode(200)
                .body("plan", equalTo("starter"))
                .body("interval", equalTo("year"));
        organization
                .post("admin", "/api/v1/billing/subscription/cancel", """
                        {"immediately":true}""")
                .statusCode(200)
                .body("plan", equalTo("free"))
                .body("current_period_end", nullValue());
        organization
                .post("admin", "/api/v1/billing/subscription/cancel", "{}")
                .statusCode(409)
                .body("code", equalTo("no_subscription"));
    }

    @Test
    void anEndedPeriodIsWrittenAndTold() throws SQLException {
        buy("price_professional_month");
        update(
                "update procurement.subscriptions set current_period_end = now() - interval '1 s'"
                        + " where tenant_id = ? and status = 'active'",
                organization.tenant());

        live().body("plan", equalTo("free"));

        Awaitility.await("the end is written").atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        count("select count(*) from platform.outbox where tenant_id = ?"
                                + " and entity = 'subscription' and subject like '%.cancelled'"))
                .isEqualTo(1));
        assertThat(count("select count(*) from procurement.subscriptions where tenant_id = ?"
                        + " and status in ('trialing', 'active', 'past_due') and tier = 'free'"))
                .isEqualTo(1);
    }

    @Test
    void otherEventsAreRecordedAndIgnored() {
        var body = """
                {"id":"%s","type":"charge.refunded","created":%d,"data":{"object":{}}}""".formatted(id(), now);

        send(body).statusCode(200).body("status", equalTo("received"));
        given().get(WEBHOOK + "/health").then().statusCode(200);
    }

    @Test
    void anEndOfATrialThatComesOnlyTells() throws SQLException {
        buy("price_professional_month");

        send(state(id(), "trial_will_end", now, "trialing", "price_professional_month"))
                .body("status", equalTo("applied"));

        live().body("status", equalTo("active"));
        assertThat(count("select count(*) from procurement.notifications where tenant_id = ? and type = 'billing'"))
                .isEqualTo(2);
    }
}
