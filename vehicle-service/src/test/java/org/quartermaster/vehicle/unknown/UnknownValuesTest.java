package org.quartermaster.vehicle.unknown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.testing.Statements;
import org.quartermaster.vehicle.VehicleDatabase;
import org.quartermaster.vehicle.VehicleTest;
import org.quartermaster.vehicle.imports.Upload;
import org.quartermaster.vehicle.imports.Upload.Line;

/** Words of a feed that nobody knew, and what happens when they are taught. */
@VehicleTest
class UnknownValuesTest {
    private final Upload upload = Upload.create();
    private final String word = "W" + Math.abs(new Random().nextInt());

    private ValidatableResponse teach(String domain, String code) {
        return send(domain, """
                {"raw_value": "%s", "code": "%s"}
                """.formatted(word, code));
    }

    private ValidatableResponse send(String domain, String json) {
        return upload.admin().body(json).put("/api/v1/unknown-values/" + domain).then();
    }

    private List<String> registered(String domain, boolean mapped) {
        return upload.get("/api/v1/unknown-values?limit=100&sort=-last_seen_at&domain=" + domain + "&mapped=" + mapped)
                .getList("items.raw_value");
    }

    private Line titled(String lot) {
        return new Line(lot, Upload.vin(), Upload.MONDAY, "1", "", word, "");
    }

    @Test
    void aTaughtTitleRecodesLotsAndLeavesTheRegister() throws SQLException {
        upload.load(titled("1"), titled("2"));
        assertThat(registered("title_group", false)).contains(word);
        upload.lot("1").body("title_group", is("unclassified"));

        var job = upload.done(teach("title_group", "salvage"));

        assertThat(job.getInt("result.lots")).isEqualTo(2);
        upload.lot("1")
                .body("title_group", is("salvage"))
                .body("title_type", is(word))
                .body("version", is(2));
        assertThat(registered("title_group", false)).doesNotContain(word);
        assertThat(registered("title_group", true)).contains(word);
        assertThat(upload.told("2")).containsExactly("updated");
        assertThat(upload.timeline("2"))
                .containsExactly("title_change {\"title_group\": [\"unclassified\", \"salvage\"]} f");
    }

    @Test
    void theNextSnapshotFindsRecodedLotsUnchangedAndKnowsTheWord() {
        var vin = Upload.vin();
        var first = new Line("1", vin, Upload.MONDAY, "1", word, "", "");
        upload.load(first);
        upload.done(teach("drive", "awd"));

        var next = upload.load(
                first, new Line("2", Upload.vin(), Upload.MONDAY, "1", word.toLowerCase(Locale.ROOT), "", ""));

        assertThat(next.getInt("counts.unchanged")).isEqualTo(1);
        assertThat(next.getInt("counts.inserted")).isEqualTo(1);
        assertThat(next.getMap("counts.by_code")).doesNotContainKey("unknown_value");
        upload.lot("2").body("drive", is("awd"));
    }

    @Test
    void aWordThatStoodInTheExtrasLeavesThem() {
        var line = new Line("1", "", Upload.MONDAY, "1", "", "", word);
        upload.load(line);
        upload.lot("1").body("has_keys", nullValue()).body("extra.'Has Keys-Yes or No'", is(word));

        upload.done(teach("has_keys", "yes"));

        upload.lot("1").body("has_keys", is("yes")).body("extra", nullValue());
        assertThat(upload.load(line).getInt("counts.unchanged")).isEqualTo(1);
    }

    @Test
    void theVehicleOfALotIsRecodedToo() throws SQLException {
        var vin = Upload.vin();
        upload.load(new Line("1", vin, Upload.MONDAY, "1", word, "", ""));

        upload.done(teach("drive", "rwd"));

        assertThat(Upload.rows("select drive from vehicle.vehicles where vin = ?", vin))
                .containsExactly("rwd");
    }

    @Test
    void aWordThatWasTaughtWrongIsTaughtAgain() {
        upload.load(titled("1"));
        upload.done(teach("title_group", "salvage"));

        upload.done(teach("title_group", "certificate"));

        upload.lot("1").body("title_group", is("certificate"));
    }

    @Test
    void aLotThatIsBeingWrittenIsRecodedWhenThatIsDone() throws SQLException {
        upload.load(titled("1"), titled("2"));
        ValidatableResponse ordered;
        try (var other = VehicleDatabase.system()) {
            other.setAutoCommit(false);
            Sql.query(
                    other,
                    "select id from vehicle.lots where lot_external_id = ? for update",
                    row -> row.getLong(1),
                    upload.source() + ":1");

            ordered = teach("title_group", "salvage");

            await("the other lot is recoded")
                    .until(() -> upload.lot("2").extract().path("title_group").equals("salvage"));
            upload.lot("1").body("title_group", is("unclassified"));
        }
        assertThat(upload.done(ordered).getInt("result.lots")).isEqualTo(2);
        upload.lot("1").body("title_group", is("salvage"));
    }

    @Test
    void aNewCodeNeedsALabel() {
        upload.load(titled("1"));
        var code = word.toLowerCase(Locale.ROOT);
        teach("title_group", code).statusCode(422).body("errors[0].code", is("unknown_code"));

        upload.done(send("title_group", """
                {"raw_value": "%s", "code": "%s", "label_en": "Parts only"}
                """.formatted(word, code)));

        upload.lot("1").body("title_group", is(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | missing",
                "{\"raw_value\": \"A\"} | missing",
                "{\"raw_value\": \"A\", \"code\": \"No Code\"} | not_a_code",
                "{\"raw_value\": \"A\", \"code\": \"salvage\", \"more\": 1} | unknown_field",
                "{\"raw_value\": \"A\", \"code\": \"other\", \"label_en\": \"Other\"} | unknown_code"
            })
    void aWrongLessonIsRefusedWithItsReason(String json, String code) {
        send("sale_type", json).statusCode(422).body("errors.code", hasItem(code));
    }

    @Test
    void anUnknownDomainIsNotFoundAndAWrongFilterRefused() {
        teach("colour", "red").statusCode(404);
        upload.admin().get("/api/v1/unknown-values?domain=colour").then().statusCode(422);
        upload.admin().get("/api/v1/unknown-values?what=1").then().statusCode(400);
    }

    @Test
    void aListCostsTheSameHoweverManyWordsItShows() throws SQLException {
        upload.load(titled("1"), new Line("2", "", Upload.MONDAY, "1", word, word, word));
        var statements = new Statements("vehicle");

        var cost = statements.countDuring(() -> upload.get("/api/v1/unknown-values?limit=1"));

        assertThat(statements.countDuring(() -> upload.get("/api/v1/unknown-values?limit=100")))
                .isEqualTo(cost);
    }

    @Test
    void onlyDataAdminsTeach() {
        var manager = upload.tenant().manager().contentType("application/json");
        manager.get("/api/v1/unknown-values").then().statusCode(403);
        manager.body("{}").put("/api/v1/unknown-values/drive").then().statusCode(403);
    }
}
