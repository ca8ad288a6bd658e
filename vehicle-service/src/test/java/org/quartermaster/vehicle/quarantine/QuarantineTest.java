package org.quartermaster.vehicle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.platform.testing.Statements;
import org.quartermaster.vehicle.VehicleTest;
import org.quartermaster.vehicle.imports.Upload;
import org.quartermaster.vehicle.imports.Upload.Line;

/** What a data admin decides about records that could not be used. */
@VehicleTest
class QuarantineTest {
    private final Upload upload = Upload.create();

    private String importOf(Object... lines) {
        return upload.load(lines).getString("import_id");
    }

    private long onlyRecord(String imported) {
        return upload.get("/api/v1/imports/" + imported + "/quarantine").getLong("items[0].id");
    }

    private long badBid() {
        return onlyRecord(importOf(new Line("1", Upload.MONDAY, "x")));
    }

    private ValidatableResponse mend(long id, String json) {
        return upload.admin().body(json).patch("/api/v1/quarantine/{id}", id).then();
    }

    private ValidatableResponse mendBid(long id) {
        return mend(id, """
                {"fields": {"High Bid": "1250.50"}}
                """);
    }

    private ValidatableResponse replay(long id) {
        return upload.post("/api/v1/quarantine/" + id + "/replay");
    }

    private ValidatableResponse dismiss(long id, String json) {
        return upload.admin()
                .body(json)
                .post("/api/v1/quarantine/{id}/dismiss", id)
                .then();
    }

    @Test
    void aMendedRecordIsAppliedAsIfItHadBeenRightInItsFile() throws SQLException {
        var imported = importOf(new Line("1", Upload.MONDAY, "x"));
        var id = onlyRecord(imported);

        mendBid(id)
                .statusCode(200)
                .body("state", is("open"))
                .body("fixed.fields", is(Map.of("High Bid", "1250.50")))
                .body("payload.'High Bid'", is("x"));
        replay(id)
                .statusCode(200)
                .body("state", is("replayed"))
                .body("verdict", is("ok"))
                .body("effect", is("inserted"))
                .body("codes", hasItem("vin_missing"));

        upload.lot("1").statusCode(200).body("current_bid", is(1250.5f));
    }

    @Test
    void aReplayIsToldOnceAndItsRowSaysWhatItDid() throws SQLException {
        var imported = importOf(new Line("1", Upload.MONDAY, "x"));
        mendBid(onlyRecord(imported)).statusCode(200);

        replay(onlyRecord(imported)).statusCode(200);

        assertThat(upload.told("1")).containsExactly("updated");
        var rows = upload.get("/api/v1/imports/" + imported + "/rows?verdict=ok");
        assertThat(rows.getList("items.effect")).containsExactly("inserted");
        assertThat(rows.getList("items.row_no")).containsExactly(2);
    }

    @Test
    void aRecordThatIsStillBadStaysOpenWithItsNewReasons() {
        var id = badBid();
        mend(id, """
                {"fields": {"High Bid": 7, "Sale Date": "20261345"}}
                """).statusCode(200);

        replay(id)
                .statusCode(200)
                .body("state", is("open"))
                .body("verdict", is("quarantine"))
                .body("effect", nullValue())
                .body("codes", contains("bad_date"))
                .body("field", is("Sale Date M/D/CY"));
        upload.lot("1").statusCode(404);

        mend(id, """
                {"fields": {"Sale Date": null}}
                """).statusCode(200);
        replay(id).body("effect", is("inserted"));
    }

    @Test
    void aRecordThatCannotBeSplitIsMendedAsAText() {
        var id = onlyRecord(importOf("1,2,3\n"));

        mendBid(id).statusCode(422).body("errors[0].code", is("not_split"));
        mend(id, """
                {"raw_text": "1,2\\n3,4"}
                """).statusCode(422).body("errors[0].code", is("not_one_record"));
        var line = new Line("1", Upload.MONDAY, "5").toString().strip();
        mend(id, "{\"raw_text\": \"" + line + "\"}").statusCode(200);
        mendBid(id).statusCode(200);

        replay(id).statusCode(200).body("effect", is("inserted")).body("lot_external_id", is(upload.source() + ":1"));
        upload.lot("1").statusCode(200).body("current_bid", is(1250.5f));
    }

    @Test
    void aRecordWhoseLotIsNewerByNowIsStaleAndClosed() throws SQLException {
        var id = badBid();
        upload.load(new Line("1", Upload.TUESDAY, "900"));
        mendBid(id);

        replay(id).statusCode(200).body("state", is("replayed")).body("effect", is("stale"));
        upload.lot("1").body("current_bid", is(900.0f));
        assertThat(upload.told("1")).isEmpty();
    }

    @Test
    void aReplayedRecordWinsOverOneBehindItInItsFile() throws SQLException {
        var imported = importOf(new Line("1", Upload.MONDAY, "x"), new Line("1", Upload.MONDAY, "300"));
        var id = onlyRecord(imported);
        mendBid(id);

        replay(id).statusCode(200).body("effect", is("updated"));

        upload.lot("1").body("current_bid", is(1250.5f));
        assertThat(upload.get("/api/v1/imports/" + imported + "/rows?code=duplicate_lot_in_file")
                        .getList("items.effect"))
                .containsExactly("duplicate");
        List<Map<String, Object>> open = upload.get("/api/v1/conflicts?state=open&kind=two_rows_in_file&limit=100")
                .getList("items");
        var conflict = open.stream()
                .filter(each -> each.get("lot_external_id").equals(upload.source() + ":1"))
                .findFirst()
                .orElseThrow();
        assertThat(conflict)
                .containsEntry("existing", Map.of("current_bid", 1250.5f))
                .containsEntry("incoming", Map.of("current_bid", 300.0f));

        upload.post("/api/v1/conflicts/" + conflict.get("id") + "/apply").statusCode(200);
        upload.lot("1").body("current_bid", is(300.0f));
    }

    @Test
    void aReplayedRecordBehindTheOneInItsFileIsAConflict() {
        var id = onlyRecord(importOf(new Line("1", Upload.MONDAY, "300"), new Line("1", Upload.MONDAY, "x")));
        mendBid(id);

        replay(id).statusCode(200).body("effect", is("conflict"));

        upload.lot("1").body("current_bid", is(300.0f));
    }

    @Test
    void aReplayThatChangesALotSaysWhatItWas() throws SQLException {
        upload.load(new Line("1", Upload.MONDAY, "900"));
        var id = onlyRecord(importOf(new Line("1", Upload.TUESDAY, "x")));
        mendBid(id);

        replay(id).statusCode(200).body("effect", is("updated"));

        assertThat(upload.told("1")).containsExactly("updated");
        assertThat(upload.timeline("1")).containsExactly("price_change {\"current_bid\": [900.00, 1250.50]} t");
    }

    @Test
    void aRemovedVehicleStaysRemoved() throws SQLException {
        var vin = Upload.vin();
        Upload.rows("insert into vehicle.removals (vin, reason) values (?, 'asked for') returning vin", vin);
        var id = onlyRecord(importOf(new Line("1", Upload.MONDAY, "x").vin(vin)));
        mendBid(id);

        replay(id).statusCode(200).body("codes", hasItem("suppressed"));

        upload.lot("1").statusCode(410);
        assertThat(upload.told("1")).isEmpty();
    }

    @Test
    void twoClicksAtOnceHaveOneEffect() throws Exception {
        var id = badBid();
        mendBid(id);
        Callable<Integer> click = () -> replay(id).extract().statusCode();
        var threads = Executors.newFixedThreadPool(4);
        try {
            var answers = new ArrayList<Integer>();
            for (var each : threads.invokeAll(List.of(click, click, click, click))) {
                answers.add(each.get());
            }

            assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409);
        } finally {
            threads.shutdown();
        }
        assertThat(upload.told("1")).containsExactly("updated");
        upload.lot("1").body("version", is(1));
    }

    @Test
    void aDismissalNeedsAReasonAndIsFinal() {
        var id = badBid();

        dismiss(id, "{}").statusCode(422).body("errors[0].field", is("reason"));
        dismiss(id, """
                {"reason": "A test entry", "more": 1}
                """).statusCode(422).body("errors[0].code", is("unknown_field"));
        dismiss(id, """
                {"reason": "A test entry"}
                """).statusCode(200).body("state", is("dismissed")).body("resolution", is("A test entry"));

        replay(id).statusCode(409).body("code", is("quarantine_closed"));
        mendBid(id).statusCode(409);
        dismiss(id, """
                {"reason": "Again"}
                """).statusCode(409);
        upload.lot("1").statusCode(404);
    }

    @Test
    void allRecordsOfAnImportAreReplayedByAJob() throws SQLException {
        var imported = importOf(
                new Line("1", Upload.MONDAY, "x"),
                new Line("2", Upload.MONDAY, "y"),
                new Line("3", Upload.MONDAY, "z"),
                new Line("4", Upload.MONDAY, "4"));
        List<Integer> ids = upload.get("/api/v1/imports/" + imported + "/quarantine?state=open&code=bad_number")
                .getList("items.id");
        assertThat(ids).hasSize(3);
        mendBid(ids.get(0));
        mendBid(ids.get(1));

        var job = upload.done(upload.post("/api/v1/imports/" + imported + "/quarantine/replay"));

        assertThat(job.getString("state")).isEqualTo("succeeded");
        assertThat(job.getInt("result.replayed")).isEqualTo(2);
        assertThat(job.getInt("result.still_open")).isEqualTo(1);
        assertThat(job.getInt("result.effects.inserted")).isEqualTo(2);
        upload.lot("2").statusCode(200);
        upload.lot("3").statusCode(404);
        var open = upload.get("/api/v1/imports/" + imported + "/quarantine?state=open");
        assertThat(open.getList("items.id")).containsExactly(ids.get(2));
    }

    @Test
    void nothingOfARejectedFileIsApplied() {
        var imported = importOf(IntStream.range(0, 110)
                .mapToObj(n -> new Line("" + n, Upload.MONDAY, "x"))
                .toArray());
        var id = onlyRecord(imported);
        mendBid(id).statusCode(200);

        replay(id).statusCode(409).body("code", is("import_not_loaded"));
        upload.post("/api/v1/imports/" + imported + "/quarantine/replay").statusCode(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | missing",
                "{\"fields\": {\"Nothing\": \"1\"}} | unknown_field",
                "{\"fields\": {\"High Bid\": true}} | type",
                "{\"fields\": {\"High Bid\": \"1\"}, \"raw_text\": \"1\"} | fields_or_text",
                "{\"fields\": [1]} | type",
                "{\"bid\": 1} | unknown_field"
            })
    void aWrongMendIsRefusedWithItsReason(String json, String code) {
        mend(badBid(), json).statusCode(422).body("errors.code", hasItem(code));
    }

    @Test
    void aStaleMendIsRefused() {
        var id = badBid();
        var tag = upload.admin().get("/api/v1/quarantine/" + id).header("ETag");
        mendBid(id).statusCode(200);

        upload.admin()
                .header("If-Match", tag)
                .body("{\"fields\": {\"High Bid\": \"2\"}}")
                .patch("/api/v1/quarantine/" + id)
                .then()
                .statusCode(412);
        upload.admin()
                .header("If-None-Match", tag)
                .get("/api/v1/quarantine/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void onlyDataAdminsSeeAndDecide() {
        var id = badBid();
        for (var role : List.of("manager", "admin", "viewer")) {
            var other = upload.tenant().as(role).contentType("application/json");
            other.get("/api/v1/quarantine/" + id).then().statusCode(403);
            other.body("{}").patch("/api/v1/quarantine/" + id).then().statusCode(403);
            other.post("/api/v1/quarantine/" + id + "/replay").then().statusCode(403);
            other.post("/api/v1/quarantine/" + id + "/dismiss").then().statusCode(403);
        }
    }

    @ParameterizedTest
    @CsvSource({"x", "0", "-1", "99999999999999999999"})
    void anUnknownRecordIsNotFound(String id) {
        upload.admin().get("/api/v1/quarantine/" + id).then().statusCode(404);
        upload.post("/api/v1/quarantine/" + id + "/replay").statusCode(404);
        upload.post("/api/v1/imports/" + id + "/quarantine/replay")
                .statusCode(404)
                .body("code", is("import_not_found"));
        upload.admin().get("/api/v1/imports/" + id + "/quarantine").then().statusCode(404);
    }

    @Test
    void aListCostsTheSameHoweverManyRecordsItShows() throws SQLException {
        var one = importOf(new Line("1", Upload.MONDAY, "x"));
        var many = importOf(IntStream.range(0, 40)
                .mapToObj(n -> new Line("m" + n, Upload.MONDAY, "x"))
                .toArray());
        var statements = new Statements("vehicle");

        var cost = statements.countDuring(() -> upload.get("/api/v1/imports/" + one + "/quarantine"));

        assertThat(statements.countDuring(() -> upload.get("/api/v1/imports/" + many + "/quarantine")))
                .isEqualTo(cost);
    }
}
