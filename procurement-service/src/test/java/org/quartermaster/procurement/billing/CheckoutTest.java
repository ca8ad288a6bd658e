package org.quartermaster.procurement.billing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.quartermaster.procurement.billing.TestCustomer.id;
import static org.quartermaster.procurement.billing.TestCustomer.send;
import static org.quartermaster.procurement.billing.TestCustomer.update;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** Opening the pages on which a plan is paid and ended. */
@ProcurementTest
class CheckoutTest {
    private final TestCustomer customer = TestCustomer.create();
    private final TestOrganization organization = customer.organization();

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
        customer.live().body("plan", equalTo("free"));

        given().post(path).then().statusCode(200);
        given().post(path).then().statusCode(200);

        customer.live().body("plan", equalTo("professional")).body("status", equalTo("active"));
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
        customer.buy("price_professional_month");
        var page = organization
                .post("admin", "/api/v1/billing/portal", "{}")
                .statusCode(201)
                .extract()
                .<String>path("checkout_url");
        var path = page.substring(page.indexOf("/q/"));
        given().get(path).then().statusCode(200);

        given().post(path).then().statusCode(200);

        customer.live().body("cancel_at_period_end", equalTo(true)).body("plan", equalTo("professional"));
        given().post(path.replace("mock-portal", "mock-checkout")).then().statusCode(404);
    }

    @Test
    void whoIsARiskDoesNotGetToPayAndTheOperatorSeesWhy() throws SQLException {
        update("update procurement.users set email_verified = false where user_id = ?", organization.user("admin"));
        customer.buy("price_starter_month");
        for (var i = 0; i < 4; i++) {
            send(customer.invoice(id(), "payment_failed", customer.now()));
        }

        organization
                .post("admin", "/api/v1/billing/checkout", """
                        {"plan":"professional","interval":"month"}""")
                .statusCode(403)
                .body("code", equalTo("blocked_by_risk"));

        TestOrganization.operator()
                .as("admin")
                .get("/api/v1/admin/fraud/events?type=checkout_risk&limit=100")
                .then()
                .statusCode(200)
                .body(
                        "items.find { it.tenant_id == '%s' }.metadata.reasons.code".formatted(organization.tenant()),
                        hasItems("failed_payments", "account_of_this_hour", "email_unverified"));
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

    @Test
    void itEndsWithItsPeriodAndGoesOnAfterAll() throws SQLException {
        customer.buy("price_professional_month");

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
}
