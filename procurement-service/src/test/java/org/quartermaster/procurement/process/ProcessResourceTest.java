package org.quartermaster.procurement.process;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.quartermaster.procurement.OcdsFile.packageOf;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quartermaster.procurement.OcdsFile;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** Processes of an ocid that several buyers use, and their joining. */
@ProcurementTest
class ProcessResourceTest {
    private static final String PATH = "/api/v1/ocds/processes";

    private final TestOrganization organization = TestOrganization.create();
    private final OcdsFile file = OcdsFile.create();

    private String ofAnother(String release) {
        return release.replace("MK-EMBS-1", "MK-EMBS-2").replace("Општина Битола", "Општина Охрид");
    }

    private ValidatableResponse find(String query) {
        return organization
                .as("viewer")
                .get(PATH + "?ocid=" + file.ocid("1") + query)
                .then()
                .statusCode(200);
    }

    private List<String> ids() {
        return find("").extract().path("items.process_id");
    }

    private ValidatableResponse join(String one, Object other) {
        return given().auth()
                .oauth2(OcdsFile.token())
                .contentType(ContentType.JSON)
                .body("{\"with\": \"%s\"}".formatted(other))
                .post(PATH + "/" + one + "/join")
                .then();
    }

    private void loadTwo() {
        file.load(packageOf(
                file.release("1", "r1", "2026-03-01T10:00:00Z", "{\"id\": \"t\", \"title\": \"One\"}"),
                ofAnother(file.release("1", "r2", "2026-03-02T10:00:00Z", "{\"id\": \"t\", \"title\": \"Two\"}"))));
    }

    @Test
    void thoseOfOneOcidAreFoundByWhatIsStrangeAboutThem() {
        loadTwo();

        find("&welded=true").body("items", hasSize(2)).body("items.release_count", containsInAnyOrder(1, 1));
        find("&welded=false").body("items", empty());
        find("&compile_state=ok").body("items", hasSize(2));
        find("&compile_state=conflict").body("items", empty());
    }

    @Test
    void aDataAdminJoinsTwoAndTheyStayJoinedWhateverIsLoadedLater() {
        loadTwo();
        var two = ids();

        join(two.get(0), two.get(1))
                .statusCode(200)
                .body("release_count", is(2))
                .body("welded", is(false));
        file.load(packageOf(
                ofAnother(file.release("1", "r3", "2026-03-03T10:00:00Z", "{\"id\": \"t\", \"title\": \"Three\"}"))));

        find("").body("items", hasSize(1)).body("items[0].release_count", is(3));
        organization
                .as("viewer")
                .get("/api/v1/tenders?ocid=" + file.ocid("1"))
                .then()
                .body("items.title", equalTo(List.of("Three")));
    }

    @Test
    void onlyProcessesOfOneOcidCanBeJoined() {
        loadTwo();
        file.load(packageOf(
                file.release("2", "r1", "2026-03-01T10:00:00Z", "{\"id\": \"t\", \"title\": \"Elsewhere\"}")));
        String elsewhere =
                organization.as("viewer").get(PATH + "?ocid=" + file.ocid("2")).path("items[0].process_id");

        join(ids().get(0), elsewhere).statusCode(422).body("errors[0].field", equalTo("with"));
        join(ids().get(0), UUID.randomUUID()).statusCode(404).body("code", equalTo("process_not_found"));
        join(ids().get(0), "none").statusCode(422);
        assertThat(ids()).hasSize(2);
    }

    @Test
    void nobodyElseJoins() {
        loadTwo();
        var two = ids();

        organization
                .post("admin", PATH + "/" + two.get(0) + "/join", "{\"with\": \"%s\"}".formatted(two.get(1)))
                .statusCode(403);
    }
}
