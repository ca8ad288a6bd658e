package org.quartermaster.vehicle.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.testing.Statements;
import org.quartermaster.vehicle.VehicleTest;
import org.quartermaster.vehicle.imports.Upload;
import org.quartermaster.vehicle.imports.Upload.Line;

/** What a data admin decides where records contradict each other. */
@VehicleTest
class ConflictTest {
    private final Upload upload = Upload.create();

    private Map<String, Object> conflict(String kind) {
        List<Map<String, Object>> open = upload.get("/api/v1/conflicts?state=open&limit=100&kind=" + kind)
                .getList("items");
        return open.stream()
                .filter(each -> each.get("lot_external_id").equals(upload.source() + ":1"))
                .findFirst()
                .orElseThrow();
    }

    private Object sameTime(String existing, String incoming) {
        upload.load(new Line("1", Upload.MONDAY, existing));
        upload.load(new Line("1", Upload.MONDAY, incoming));
        return conflict("same_time_other_content").get("id");
    }

    private ValidatableResponse decide(Object id, String how) {
        return upload.post("/api/v1/conflicts/" + id + "/" + how);
    }

    @Test
    void anAppliedConflictWritesItsRecordOverTheLot() throws SQLException {
        var id = sameTime("100", "250.5");
        assertThat(conflict("same_time_other_content"))
                .containsEntry("existing", Map.of("current_bid", 100.0f))
                .containsEntry("incoming", Map.of("current_bid", 250.5f));

        decide(id, "apply").statusCode(200).body("state", is("applied"));

        upload.lot("1").body("current_bid", is(250.5f)).body("source_updated_at", is(Upload.MONDAY));
        assertThat(upload.told("1")).containsExactly("updated");
        assertThat(upload.timeline("1")).containsExactly("price_change {\"current_bid\": [100.00, 250.50]} t");
        assertThat(upload.load(new Line("1", Upload.MONDAY, "250.5")).getInt("counts.unchanged"))
                .isEqualTo(1);
    }

    @Test
    void aDecisionIsFinal() {
        var id = sameTime("100", "250");

        decide(id, "dismiss").statusCode(200).body("state", is("dismissed"));

        decide(id, "apply").statusCode(409).body("code", is("conflict_closed"));
        decide(id, "dismiss").statusCode(409);
        upload.lot("1").body("current_bid", is(100.0f));
    }

    @Test
    void theSecondOfTwoRecordsInAFileMayBeTheRightOne() {
        upload.load(new Line("1", Upload.MONDAY, "100"), new Line("1", Upload.MONDAY, "300"));

        decide(conflict("two_rows_in_file").get("id"), "apply").statusCode(200);

        upload.lot("1").body("current_bid", is(300.0f));
    }

    @Test
    void anotherVinBringsItsVehicle() throws SQLException {
        var vin = Upload.vin();
        upload.load(new Line("1", Upload.MONDAY, "100").vin(Upload.vin()));
        upload.load(new Line("1", Upload.MONDAY, "100").vin(vin));

        decide(conflict("same_time_other_content").get("id"), "apply").statusCode(200);

        upload.lot("1").body("vin", is(vin));
        assertThat(Upload.rows("select make || wmi from vehicle.vehicles where vin = ?", vin))
                .containsExactly("HONDAJHM");
        List<Map<String, Object>> found =
                upload.get("/api/v1/vin-conflicts?kind=vin_changed&limit=100").getList("items");
        assertThat(found).anyMatch(each -> vin.equals(each.get("vin_normalized")));
    }

    @Test
    void nothingOlderIsWrittenOverANewerLot() {
        var id = sameTime("100", "250");
        upload.load(new Line("1", Upload.TUESDAY, "400"));

        decide(id, "apply").statusCode(409).body("code", is("conflict_outdated"));

        upload.lot("1").body("current_bid", is(400.0f));
        decide(id, "dismiss").statusCode(200);
    }

    @Test
    void aVinWithAFaultIsInTheList() {
        upload.load(new Line("1", Upload.MONDAY, "1").vin("1HGCM8263*A004352"));

        List<Map<String, Object>> found =
                upload.get("/api/v1/vin-conflicts?kind=masked,length&limit=100").getList("items");

        assertThat(found)
                .anyMatch(each -> each.get("lot_external_id").equals(upload.source() + ":1")
                        && each.get("conflict_reason").equals("masked"));
    }

    @Test
    void listsCostTheSameHoweverMuchTheyShow() throws SQLException {
        sameTime("100", "200");
        upload.load(new Line("2", Upload.MONDAY, "1"), new Line("2", Upload.MONDAY, "2"));
        var statements = new Statements("vehicle");
        for (var list : List.of("/api/v1/conflicts", "/api/v1/vin-conflicts")) {
            var cost = statements.countDuring(() -> upload.get(list + "?limit=1"));

            assertThat(statements.countDuring(() -> upload.get(list + "?limit=100")))
                    .as(list)
                    .isEqualTo(cost);
        }
    }

    @Test
    void onlyDataAdminsSeeAndDecide() {
        var manager = upload.tenant().manager();
        manager.get("/api/v1/conflicts").then().statusCode(403);
        manager.get("/api/v1/vin-conflicts").then().statusCode(403);
        manager.post("/api/v1/conflicts/1/apply").then().statusCode(403);
        manager.post("/api/v1/conflicts/1/dismiss").then().statusCode(403);
    }

    @Test
    void unknownConflictsAreNotFoundAndUnknownWordsRefused() {
        decide("0", "apply").statusCode(404).body("code", is("conflict_not_found"));
        decide("x", "dismiss").statusCode(404);
        upload.admin().get("/api/v1/conflicts?kind=other").then().statusCode(422);
        upload.admin().get("/api/v1/conflicts?what=1").then().statusCode(400);
    }
}
