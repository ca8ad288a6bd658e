package org.quartermaster.procurement.billing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.ProcurementDatabase;
import org.quartermaster.procurement.TestOrganization;

/** An organization as the provider of payments knows it, and what the provider tells of it. */
record TestCustomer(TestOrganization organization, String customer, String subscription, long now) {
    static final String WEBHOOK = "/api/v1/billing/webhook";
    private static final String SECRET = "whsec_of_the_tests";

    static TestCustomer create() {
        return new TestCustomer(
                TestOrganization.create(),
                "cus_" + UUID.randomUUID(),
                "sub_" + UUID.randomUUID(),
                Instant.now().getEpochSecond());
    }

    static ValidatableResponse send(String body) {
        return given().header(
                        "Stripe-Signature",
                        Signature.header(body.getBytes(StandardCharsets.UTF_8), SECRET, Instant.now()))
                .contentType(ContentType.JSON)
                .body(body)
                .post(WEBHOOK)
                .then();
    }

    /** The id of a new event. */
    static String id() {
        return "evt_" + UUID.randomUUID();
    }

    String state(String event, String type, long created, String status, String price) {
        return """
                {"id":"%s","type":"customer.subscription.%s","created":%d,"data":{"object":{"id":"%s","customer":"%s",
                 "status":"%s","current_period_start":%d,"current_period_end":%d,"cancel_at_period_end":false,
                 "items":{"data":[{"price":{"id":"%s"}}]}}}}
                """.formatted(event, type, created, subscription, customer, status, now - 60, now + 2_000_000, price);
    }

    String invoice(String event, String type, long created) {
        return """
                {"id":"%s","type":"invoice.%s","created":%d,"data":{"object":{"id":"in_1","customer":"%s",
                 "subscription":"%s","amount_paid":3299,"amount_due":3299,"currency":"eur"}}}
                """.formatted(event, type, created, customer, subscription);
    }

    static void update(String sql, Object... parameters) throws SQLException {
        try (var connection = ProcurementDatabase.system()) {
            Sql.update(connection, sql, parameters);
        }
    }

    void become() throws SQLException {
        update(
                "update procurement.organizations set stripe_customer_id = ? where tenant_id = ?",
                customer,
                organization.tenant());
    }

    void buy(String price) throws SQLException {
        become();
        send(state(id(), "created", now - 50, "active", price)).statusCode(200).body("status", equalTo("applied"));
    }

    ValidatableResponse live() {
        return organization
                .as("viewer")
                .get("/api/v1/billing/subscription")
                .then()
                .statusCode(200);
    }

    /** The first column of a query whose one parameter is the tenant. */
    long count(String sql) throws SQLException {
        try (var connection = ProcurementDatabase.system()) {
            return Sql.query(connection, sql, row -> row.getLong(1), organization.tenant())
                    .get(0);
        }
    }
}
