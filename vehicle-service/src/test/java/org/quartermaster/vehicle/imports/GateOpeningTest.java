package org.quartermaster.vehicle.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.vehicle.VehicleTest;
import org.quartermaster.vehicle.feed.Column;

/** Gates that somebody opens after the load. */
@VehicleTest
class GateOpeningTest {
    private static final String T1 = "2026-03-01T08:00:00Z";
    private static final String T2 = "2026-03-02T08:00:00Z";
    private static final String T3 = "2026-03-03T08:00:00Z";
    private static final String OPEN = "{\"decision\": \"open\", \"reason\": \"the owner says so\"}";

    private final Sender sender = Sender.create();

    private JsonPath open(JsonPath imported) {
        return sender.post(imported, "gate", OPEN).statusCode(200).extract().jsonPath();
    }

    @Test
    void concludesWhatIsGoneOnceAndTellsOfIt() throws SQLException, IOException {
        var lots = Sender.lots(20);
        sender.load(Sender.file(lots), T1);
        var half = sender.load(Sender.file(lots.subList(0, 5)), T2);
        assertThat(half.getString("gate.reason")).isEqualTo("too_few_rows");
        assertThat(half.getInt("counts.disappeared")).isZero();

        var opened = open(half);

        assertThat(opened.getString("gate.state")).isEqualTo("open");
        assertThat(opened.getString("gate.opening_reason")).isEqualTo("the owner says so");
        assertThat(opened.getInt("counts.disappeared")).isEqualTo(15);
        var id = half.getString("import_id");
        sender.get("/api/v1/imports/" + id + "/changes?kind=disappeared")
                .statusCode(200)
                .body("items", hasSize(15))
                .body("items.kind", everyItem(is("disappeared")))
                .body("items.lot_external_id", hasItem(sender.source() + ":" + "40000006"));
        var event = Sender.events(id, "gate_opened");
        assertThat(event).hasSize(1);
        assertThat(event.get(0).path("lot_events").asInt()).isEqualTo(15);
        assertThat(Sender.lotEvents(id)).hasSize(15).containsOnly("qm.vehicle.public.lot.disappeared 1");

        assertThat(open(half).getInt("version")).isEqualTo(opened.getInt("version"));
        assertThat(Sender.events(id, "gate_opened")).hasSize(1);
    }

    @Test
    void knowsTheLotsThatAnOlderSnapshotBroughtSince() {
        var lots = Sender.lots(4);
        var newest = sender.load(Sender.file(lots.subList(0, 3)), T2);
        sender.load(Sender.file(lots), T1);

        assertThat(open(newest).getInt("counts.disappeared")).isEqualTo(1);
    }

    @Test
    void followsTheLotsWhoseStateTheFeedDoesNotDecide() throws SQLException {
        var lots = Sender.lots(8);
        sender.load(Sender.file(lots), T1);
        change("update vehicle.lots set is_removed = true, status = 'removed' where lot_external_id = ?", lots.get(5));
        change(
                "update vehicle.lots set status = 'sold', outcome = 'sold', outcome_confidence = 1"
                        + " where lot_external_id = ?",
                lots.get(6));
        var half = sender.load(Sender.file(lots.subList(0, 4)), T2);

        assertThat(open(half).getInt("counts.disappeared")).isEqualTo(2);

        assertThat(Upload.rows("""
                        select status from vehicle.lots where source = ? and disappeared_at = cast(? as timestamptz)
                        and (is_removed or outcome_confidence = 1) order by status
                        """, sender.source(), T2)).containsExactly("removed", "sold");
    }

    private void change(String sql, Map<Column, String> lot) throws SQLException {
        Upload.rows(sql + " returning status", sender.source() + ":" + lot.get(Column.LOT_NUMBER));
    }

    @Test
    void isLateWhenANewerSnapshotIsLoaded() {
        var lots = Sender.lots(3);
        var first = sender.load(Sender.file(lots), T1);
        lots.remove(0);
        sender.load(Sender.file(lots), T3);

        sender.post(first, "gate", OPEN).statusCode(409).body("code", is("newer_snapshot"));
    }

    @Test
    void saysNothingOfPartialFilesDryRunsAndWhatIsNotLoaded() {
        var partial = sender.ended(sender.send(Sender.file(Sender.lots(2)), "&mode=partial"));
        var dry = sender.ended(sender.send(Sender.file(Sender.lots(2)), "&dry_run=true"));
        var rejected = sender.ended(sender.send("<html>", ""));

        sender.post(partial, "gate", OPEN).statusCode(409).body("code", is("gate_of_partial"));
        sender.post(dry, "gate", OPEN).statusCode(409).body("code", is("invalid_transition"));
        sender.post(rejected, "gate", OPEN).statusCode(409).body("code", is("invalid_transition"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"decision\": \"close\", \"reason\": \"none\"}", "{\"decision\": \"open\"}"})
    void wantsADecisionAndAReason(String body) {
        sender.tenant()
                .as("data-admin")
                .contentType("application/json")
                .body(body)
                .post("/api/v1/imports/00000000-0000-4000-8000-000000000009/gate")
                .then()
                .statusCode(422);
    }

    @Test
    void belongsToDataAdmins() {
        sender.tenant()
                .as("manager")
                .contentType("application/json")
                .body(OPEN)
                .post("/api/v1/imports/00000000-0000-4000-8000-000000000009/gate")
                .then()
                .statusCode(403);
    }
}
