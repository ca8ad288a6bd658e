package org.quartermaster.vehicle.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.quartermaster.vehicle.VehicleTest;
import org.quartermaster.vehicle.feed.Column;

/** What an import says of its records and of the lots that it changed. */
@VehicleTest
class ImportReportResourceTest {
    private final Sender sender = Sender.create();

    @Test
    void theReportHasALineForEachFindingAndNoFormula() {
        var lots = Sender.lots(3);
        lots.get(0).put(Column.HIGH_BID, "=1+1");
        lots.get(1).put(Column.VIN, "@SUM(A1)");
        var id = sender.ended(sender.send(Sender.file(lots), "")).getString("import_id");

        var report = sender.tenant()
                .as("data-admin")
                .get("/api/v1/imports/{id}/report.csv", id)
                .then()
                .statusCode(200)
                .header("Content-Type", "text/csv; charset=utf-8; header=present")
                .extract()
                .asString()
                .lines()
                .toList();

        assertThat(report.get(0))
                .isEqualTo("row_no,line_no,lot_external_id,vin_raw,verdict,effect,code,field,value,message");
        assertThat(report).anyMatch(line -> line.contains(",bad_number,") && line.contains(",'=1+1,"));
        assertThat(report).anyMatch(line -> line.contains(",vin_illegal_character,") && line.contains(",'@SUM(A1),"));
        assertThat(report).noneMatch(line -> line.contains(",=") || line.contains(",@"));
    }

    @Test
    void recordsAreFoundByVerdictAndCodeWithTheMeaningOfTheCode() {
        var lots = Sender.lots(3);
        lots.get(0).put(Column.HIGH_BID, "x");
        lots.get(1).put(Column.CURRENCY, "QQQ");
        var id = sender.ended(sender.send(Sender.file(lots), "")).getString("import_id");

        sender.get("/api/v1/imports/" + id + "/rows?verdict=quarantine,flag")
                .statusCode(200)
                .body("items.verdict", containsInAnyOrder("quarantine", "flag"));
        sender.get("/api/v1/imports/" + id + "/rows?code=bad_number")
                .body("items", hasSize(1))
                .body("items[0].codes.message", hasItem("This is not a plain number of at most 12 digits."));
        sender.tenant()
                .as("data-admin")
                .header("Accept-Language", "ar")
                .get("/api/v1/imports/" + id + "/rows?code=bad_number")
                .then()
                .body("items[0].codes.message", hasItem("ليس هذا عددا عاديا من 12 رقما على الأكثر."));
    }

    @Test
    void withoutAQuestionTheRecordsAreThoseThatAreNotOk() {
        var lots = Sender.lots(5);
        lots.get(0).put(Column.HIGH_BID, "x");
        lots.get(1).put(Column.CURRENCY, "QQQ");
        var imported = sender.ended(sender.send(Sender.file(lots), ""));
        var rows = "/api/v1/imports/" + imported.getString("import_id") + "/rows";

        sender.get(rows)
                .body("items", hasSize(5 - imported.getInt("counts.ok")))
                .body("items.verdict", hasItems("quarantine", "flag"))
                .body("items.verdict", not(hasItem("ok")));
        sender.get(rows + "?verdict=ok").body("items", hasSize(imported.getInt("counts.ok")));
    }

    /** NB: at random, because an index compresses what repeats itself. */
    @ParameterizedTest
    @EnumSource(names = {"MAKE", "MODEL_GROUP", "STATE"})
    void aNameThatNoIndexTakesIsLeftOutAndKeptBesideTheLot(Column column) throws SQLException {
        var text = new Random()
                .ints(20_000, 'A', 'Z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        var lots = Sender.lots(3);
        lots.get(0).put(column, text);

        var imported = sender.ended(sender.send(Sender.file(lots), ""));

        assertThat(imported.getString("state")).isEqualTo("completed");
        assertThat(imported.getInt("counts.inserted")).isEqualTo(3);
        sender.get("/api/v1/imports/" + imported.getString("import_id") + "/rows?code=bad_optional_value")
                .body("items", hasSize(1))
                .body("items[0].verdict", is("flag"))
                .body("items[0].effect", is("inserted"));
        assertThat(Upload.rows(
                        "select extra ->> ? from vehicle.lots where source = ? and jsonb_exists(extra, ?)",
                        column.title(),
                        sender.source(),
                        column.title()))
                .containsExactly(text);
    }

    @Test
    void changesShowOldAndNewValuesOfEachLot() {
        var lots = Sender.lots(2);
        sender.load(Sender.file(lots), "2026-03-01T08:00:00Z");
        lots.get(0).put(Column.UPDATED, "2026-03-02T07:00:00Z");
        lots.get(0).put(Column.BUY_IT_NOW, "7000.0");
        var id = sender.load(Sender.file(lots), "2026-03-02T08:00:00Z").getString("import_id");

        sender.get("/api/v1/imports/" + id + "/changes")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kind", is("price_change"))
                .body("items[0].changes.buy_it_now[1]", is(7000.0f))
                .body("items[0].row_no", is(2));
        sender.get("/api/v1/imports/" + id + "/changes?kind=relisted").body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({"changes", "report.csv", "rows"})
    void anUnknownImportHasNone(String what) {
        for (var id : List.of("x", "00000000-0000-4000-8000-000000000009")) {
            sender.get("/api/v1/imports/" + id + "/" + what).statusCode(404);
        }
        sender.tenant().as("viewer").get("/api/v1/imports/x/" + what).then().statusCode(403);
    }
}
