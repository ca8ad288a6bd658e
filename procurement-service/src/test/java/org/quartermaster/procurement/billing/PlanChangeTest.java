package org.quartermaster.procurement.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.quartermaster.procurement.billing.TestCustomer.id;
import static org.quartermaster.procurement.billing.TestCustomer.send;
import static org.quartermaster.procurement.billing.TestCustomer.update;

import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** What follows when the plan of an organization changes. */
@ProcurementTest
class PlanChangeTest {
    private final TestCustomer customer = TestCustomer.create();
    private final TestOrganization organization = customer.organization();

    @Test
    void theFourthFailedPaymentSetsFreeAndDeletesNothing() throws SQLException {
        customer.buy("price_professional_month");
        makeAlerts(5);
        for (var i = 0; i < 3; i++) {
            send(customer.invoice(id(), "payment_failed", customer.now())).statusCode(200);
        }
        customer.live().body("plan", equalTo("professional")).body("status", equalTo("past_due"));

        send(customer.invoice(id(), "payment_failed", customer.now())).statusCode(200);

        customer.live().body("plan", equalTo("free"));
        assertThat(customer.count("select count(*) from procurement.alerts where tenant_id = ?"))
                .isEqualTo(5);
        assertThat(customer.count("select count(*) from procurement.alerts where tenant_id = ? and over_limit"))
                .isEqualTo(2);
        send(customer.invoice(id(), "paid", customer.now())).statusCode(200);
        customer.live().body("plan", equalTo("professional")).body("failed_payments", equalTo(0));
        assertThat(customer.count("select count(*) from procurement.alerts where tenant_id = ? and over_limit"))
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

    @Test
    void aCopyOfThePlanIsKeptAtTheUsersAndTheAdministratorIsTold() throws SQLException {
        customer.buy("price_professional_month");

        assertThat(customer.count(
                        "select count(*) from procurement.users u join procurement.organizations o using (org_id)"
                                + " where o.tenant_id = ? and u.subscription_tier = 'professional'"))
                .isEqualTo(4);
        assertThat(customer.count(
                        "select count(*) from procurement.notifications where tenant_id = ? and type = 'billing'"))
                .isEqualTo(1);
        assertThat(customer.count("select count(*) from platform.outbox where tenant_id = ?"
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

        customer.buy("price_starter_month");

        organization.as("viewer").get("/api/v1/billing/usage").then().body("usage.exports_today", equalTo(1));
    }

    @Test
    void anEndedPeriodIsWrittenAndTold() throws SQLException {
        customer.buy("price_professional_month");
        update(
                "update procurement.subscriptions set current_period_end = now() - interval '1 s'"
                        + " where tenant_id = ? and status = 'active'",
                organization.tenant());

        customer.live().body("plan", equalTo("free"));

        Awaitility.await("the end is written").atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        customer.count("select count(*) from platform.outbox where tenant_id = ?"
                                + " and entity = 'subscription' and subject like '%.cancelled'"))
                .isEqualTo(1));
        assertThat(customer.count("select count(*) from procurement.subscriptions where tenant_id = ?"
                        + " and status in ('trialing', 'active', 'past_due') and tier = 'free'"))
                .isEqualTo(1);
    }

    @Test
    void anEndOfATrialThatComesOnlyTells() throws SQLException {
        customer.buy("price_professional_month");

        send(customer.state(id(), "trial_will_end", customer.now(), "trialing", "price_professional_month"))
                .body("status", equalTo("applied"));

        customer.live().body("status", equalTo("active"));
        assertThat(customer.count(
                        "select count(*) from procurement.notifications where tenant_id = ? and type = 'billing'"))
                .isEqualTo(2);
    }
}
