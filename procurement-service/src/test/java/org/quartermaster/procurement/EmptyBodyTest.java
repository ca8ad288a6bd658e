package org.quartermaster.procurement;

import static org.hamcrest.Matchers.equalTo;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests whose body may be left out have none, nor a type of it. */
@ProcurementTest
class EmptyBodyTest {
    private final TestOrganization organization = TestOrganization.create();

    @ParameterizedTest
    @CsvSource({
        "auth/logout-all, 204",
        "billing/portal, 409",
        "billing/trial, 201",
        "billing/subscription/cancel, 409",
        "billing/subscription/resume, 409",
        "notifications/mark-all-read, 200"
    })
    void isAnsweredAsAnEmptyObjectIs(String path, int status) {
        organization.as("admin").post("/api/v1/" + path).then().statusCode(status);
    }

    @Test
    void aCaseIsResolvedWithoutANote() {
        var id = UUID.randomUUID();
        TestRows.update(
                "insert into procurement.fraud_events (event_id, tenant_id, event_type, severity) values (?, ?, 'test', 'low')",
                id,
                organization.tenant());

        TestOrganization.operator()
                .as("admin")
                .post("/api/v1/admin/fraud/events/" + id + "/resolve")
                .then()
                .statusCode(200)
                .body("is_resolved", equalTo(true));
    }

    @Test
    void aBodyOfAnotherTypeIsStillRefused() {
        organization
                .as("admin")
                .contentType("text/plain")
                .body("{}")
                .post("/api/v1/billing/portal")
                .then()
                .statusCode(415);
    }
}
