package org.quartermaster.procurement.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestRows;

@ProcurementTest
class MemberResourceTest {
    private final TestOrganization organization = TestOrganization.create();

    private static String path(TestOrganization organization, String role) {
        return "/api/v1/organizations/" + organization.id() + "/members"
                + (role == null ? "" : "/" + organization.user(role));
    }

    private static ValidatableResponse patch(TestOrganization organization, String member, String json) {
        return organization
                .as("admin")
                .contentType(ContentType.JSON)
                .body(json)
                .patch(path(organization, member))
                .then();
    }

    @Test
    void membersSeeEachOtherAndTheirRoles() {
        organization
                .as("viewer")
                .get(path(organization, null))
                .then()
                .statusCode(200)
                .body("items", hasSize(4))
                .body("items.roles.flatten()", containsInAnyOrder("admin", "manager", "operator", "viewer"));
    }

    @Test
    void anAdminChangesRolesAndTheServicesAreTold() {
        patch(organization, "viewer", "{\"roles\": [\"manager\"]}")
                .statusCode(200)
                .body("roles[0]", equalTo("manager"));

        assertThat(TestRows.data("organization", organization.id(), "member_changed"))
                .singleElement()
                .asString()
                .contains("\"user_id\":\"" + organization.user("viewer"), "\"roles\":[\"manager\"]");
        organization
                .as("manager")
                .contentType(ContentType.JSON)
                .body("{\"roles\": [\"viewer\"]}")
                .patch(path(organization, "viewer"))
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"roles\": [\"data-admin\"]} | 403",
                "{\"roles\": []} | 422",
                "{\"roles\": [\"owner\"]} | 422",
                "{} | 422",
                "{\"roles\": null} | 422",
                "{\"roles\": [\"viewer\"], \"user_id\": \"x\"} | 422"
            })
    void rolesThatNobodyMayGiveAreRefused(String json, int status) {
        patch(organization, "viewer", json).statusCode(status);
    }

    @Test
    void nobodyGivesARoleThatHeLacks() {
        var operator = TestOrganization.operator();
        patch(operator, "viewer", "{\"roles\": [\"viewer\", \"data-admin\"]}")
                .statusCode(403)
                .body("code", equalTo("role_not_given"));
    }

    @Test
    void theLastAdminStays() {
        organization
                .as("admin")
                .delete(path(organization, "admin"))
                .then()
                .statusCode(409)
                .body("code", equalTo("last_admin"));
        patch(organization, "admin", "{\"roles\": [\"manager\"]}").statusCode(409);
        patch(organization, "manager", "{\"roles\": [\"admin\"]}").statusCode(200);
        patch(organization, "admin", "{\"roles\": [\"manager\"]}").statusCode(200);
    }

    @Test
    void ofTwoAdminsWhoRemoveEachOtherAtOnceOneStays() throws Exception {
        patch(organization, "manager", "{\"roles\": [\"admin\"]}").statusCode(200);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var done = threads.invokeAll(List.<Callable<Integer>>of(() -> remove("admin"), () -> remove("manager")));
            assertThat(List.of(done.get(0).get(), done.get(1).get())).containsExactlyInAnyOrder(204, 409);
        } finally {
            threads.shutdown();
        }
    }

    private int remove(String member) {
        return organization.as("admin").delete(path(organization, member)).statusCode();
    }

    @Test
    void aChangeOfWhatSomebodyElseHasChangedIsRefused() {
        patch(organization, "viewer", "{\"roles\": [\"operator\"]}").statusCode(200);
        organization
                .as("admin")
                .header("If-Match", "\"1.0\"")
                .delete(path(organization, "viewer"))
                .then()
                .statusCode(412);
    }

    @Test
    void whoIsRemovedHasNoKeyAndNoRolesAnyLonger() {
        TestRows.update("""
                insert into procurement.api_keys (tenant_id, user_id, key_hash, key_prefix, name, roles)
                values (?, ?, ?, 'qmk_live_x', 'n', array['viewer'])
                """, organization.tenant(), organization.user("manager"), organization.tenant());

        organization.as("admin").delete(path(organization, "manager")).then().statusCode(204);

        assertThat(TestRows.texts(
                        "select is_active::text from procurement.api_keys where tenant_id = ?", organization.tenant()))
                .containsExactly("false");
        assertThat(TestRows.data("organization", organization.id(), "member_removed"))
                .singleElement()
                .asString()
                .contains("\"roles\":[]");
        organization.as("admin").delete(path(organization, "manager")).then().statusCode(404);
    }
}
