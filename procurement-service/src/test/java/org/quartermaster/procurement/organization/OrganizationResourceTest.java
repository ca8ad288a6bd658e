package org.quartermaster.procurement.organization;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.platform.job.JobCommand;
import org.quartermaster.procurement.ProcurementDatabase;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestRows;

@ProcurementTest
class OrganizationResourceTest {
    private static final String PATH = "/api/v1/organizations";

    private final TestOrganization organization = TestOrganization.create();
    private final String own = PATH + "/" + organization.id();

    private ValidatableResponse patch(String role, String json) {
        return organization
                .as(role)
                .contentType(ContentType.JSON)
                .body(json)
                .patch(own)
                .then();
    }

    @Test
    void aNewOneIsATenantOfItsOwnWithItsMakerAsAdminAndAFreeSubscription() {
        var made = organization
                .post("viewer", PATH, """
                        {"name": "Gradba", "org_type": "supplier", "country": "MK", "default_currency": "MKD"}
                        """)
                .statusCode(201)
                .body("tenant_id", matchesPattern("t_[a-z2-7]{16}"))
                .body("roles", contains("admin"))
                .body("is_operator", equalTo(false))
                .extract();
        String tenant = made.path("tenant_id");

        organization
                .as("viewer")
                .get(made.header("Location"))
                .then()
                .statusCode(200)
                .body("name", equalTo("Gradba"));
        assertThat(TestRows.texts("select tier from procurement.subscriptions where tenant_id = ?", tenant))
                .containsExactly("free");
        assertThat(TestRows.data("organization", made.path("org_id"), "created"))
                .singleElement()
                .asString()
                .contains(tenant, organization.user("viewer").toString());
    }

    @Test
    void oneIsSeenByItsMembersAlone() {
        organization
                .as("viewer")
                .get(PATH)
                .then()
                .body("items.org_id", contains(organization.id().toString()));
        var stranger = TestOrganization.create();

        stranger.as("admin").get(own).then().statusCode(404);
        stranger.as("admin")
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Mine now\"}")
                .patch(own)
                .then()
                .statusCode(404);
        stranger.as("admin").delete(own).then().statusCode(404);
        stranger.as("admin").get(own + "/members").then().statusCode(404);
        stranger.as("admin").get(PATH + "/not-an-id").then().statusCode(404);
    }

    @Test
    void itsAdminsChangeItAndNobodyElse() {
        patch("manager", "{\"name\": \"Other\"}").statusCode(403);
        var tag = organization.as("admin").get(own).header("ETag");

        patch("admin", "{\"name\": \"Renamed\", \"country\": null}")
                .statusCode(200)
                .body("name", equalTo("Renamed"))
                .body("country", nullValue());
        organization
                .as("admin")
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Too late\"}")
                .patch(own)
                .then()
                .statusCode(412);

        assertThat(TestRows.verbs("organization", organization.id())).containsExactly("updated");
        assertThat(TestRows.texts(
                        "select action from procurement.admin_audit_log where tenant_id = ?", organization.tenant()))
                .containsExactly("organization.updated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": null} | name | null_not_allowed",
                "{\"name\": \"\"} | name | string_too_short",
                "{\"country\": \"XX\"} | country | country_unknown",
                "{\"default_currency\": \"EURO\"} | default_currency | string_too_long",
                "{\"default_currency\": \"ABC\"} | default_currency | currency_unknown",
                "{\"org_type\": \"club\"} | org_type | enum",
                "{\"tenant_id\": \"t_other\"} | tenant_id | unknown_field"
            })
    void whatItCannotBeIsRefused(String json, String field, String code) {
        patch("admin", json)
                .statusCode(422)
                .body("errors.field", hasItem(field))
                .body("errors.code", hasItem(code));
    }

    @Test
    void nobodyActsInAClosedOne() {
        TestRows.update(
                "update procurement.subscriptions set tier = 'starter' where tenant_id = ?", organization.tenant());
        String key = organization
                .post("manager", "/api/v1/api-keys", "{\"name\": \"n\", \"roles\": [\"viewer\"]}")
                .statusCode(201)
                .extract()
                .path("key");

        organization.as("admin").delete(own).then().statusCode(204);

        organization.as("admin").delete(own).then().statusCode(404);
        given().header("X-API-Key", key).get(PATH).then().statusCode(401);
        assertThat(TestRows.verbs("organization", organization.id())).containsExactly("closed");
    }

    @Test
    void theOneThatRunsTheInstallationStays() {
        var operator = TestOrganization.operator();
        operator.as("admin")
                .delete(PATH + "/" + operator.id())
                .then()
                .statusCode(409)
                .body("code", equalTo("operator_organization"));
    }

    @Test
    void aServiceThatJoinsLaterIsToldOfAllMembersAndOfAllMembershipsOfAUser() throws Exception {
        String second = organization
                .post("viewer", PATH, "{\"name\": \"Second\"}")
                .statusCode(201)
                .extract()
                .path("tenant_id");

        try (var connection = ProcurementDatabase.system()) {
            assertThat(JobCommand.run(connection, "platform.snapshots", "{}").isDone())
                    .isTrue();
        }

        assertThat(TestRows.data("organization", organization.id(), "snapshot"))
                .singleElement()
                .asString()
                .contains(
                        organization.user("viewer").toString(),
                        organization.user("admin").toString());
        assertThat(TestRows.data("user", organization.user("viewer"), "snapshot"))
                .singleElement()
                .asString()
                .contains(organization.tenant(), second);
    }
}
