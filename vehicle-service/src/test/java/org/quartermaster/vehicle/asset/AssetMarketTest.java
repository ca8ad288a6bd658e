package org.quartermaster.vehicle.asset;

import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quartermaster.vehicle.VehicleTest;

@VehicleTest
class AssetMarketTest {
    private final Fleet fleet = Fleet.create();
    private final String vin = Fleet.vin();

    private void vehicle() throws SQLException {
        Fleet.run("""
            insert into vehicle.vehicles (vin, make, model, year, fuel, odometer_value, odometer_unit,
              source_updated_at, source_file_id, source_row_no)
            values ('%s', 'BMW', '320', 2019, 'diesel', 1000, 'mi', '2026-01-01Z',
              '00000000-0000-4000-8000-0000000000ff', 17)
            """.formatted(vin));
    }

    private long lot(String odometer) throws SQLException {
        var id = new Random().nextLong(1L << 40, 1L << 41);
        Fleet.run("""
            insert into vehicle.lots (id, vin, lot_external_id, status, make, model_group, year, fuel, odometer,
              odometer_unit, auction_datetime_utc)
            values (%d, '%s', '%d', 'sold', 'BMW', '3 SERIES', 2019, 'diesel', %s, 'mi', '2026-02-01Z')
            """.formatted(id, vin, id, odometer));
        return id;
    }

    @Test
    void prefillFillsWhatIsEmptyAndSaysWhereItComesFrom() throws SQLException {
        vehicle();
        var id = fleet.asset(Map.of("vin", vin, "make", "Mini"));

        fleet.post("/" + id + "/prefill", Map.of("dry_run", true))
                .statusCode(200)
                .body("model", is("320"))
                .body("dry_run", is(true));
        fleet.get("/" + id).body("model", nullValue());
        fleet.post("/" + id + "/prefill", Map.of())
                .statusCode(200)
                .body("make", is("Mini"))
                .body("model", is("320"))
                .body("odometer_km", is(1609.3f))
                .body("filled", hasItems("model", "year", "fuel", "odometer_value"));
        fleet.get("/" + id + "/provenance")
                .body("items.find { it.field == 'model' }.source", is("market"))
                .body("items.find { it.field == 'model' }.reference", is("#17"))
                .body("items.find { it.field == 'make' }.source", is("api"));
    }

    @Test
    void aLotBecomesADraftWithItsData() throws SQLException {
        vehicle();
        var lot = lot("1200");

        fleet.post("/from-lot", Map.of("lot_id", lot, "purchase_price", 900.5, "purchase_currency", "USD"))
                .statusCode(201)
                .body("vin", is(vin))
                .body("model", is("3 SERIES"))
                .body("acquisition", is("lot"))
                .body("acquired_lot_id", is(lot))
                .body("purchase_price", is(900.5f));
        fleet.post("/from-lot", Map.of("lot_id", lot)).statusCode(409).body("code", is("vin_in_use"));
        fleet.post("/from-lot", Map.of("lot_id", 9)).statusCode(422).body("errors[0].code", is("lot_not_found"));
    }

    @Test
    void theVerdictIsOnTheVinWhateverANewerRowOfItsLotSays() throws SQLException {
        vehicle();
        var wrong = "1HGCM82633A004353";
        Fleet.run("insert into vehicle.vehicles (vin) values ('%s') on conflict do nothing".formatted(wrong));
        var lot = lot("1200");
        Fleet.run("update vehicle.lots set vin = '%s', vin_raw = '1HGCM826*' where id = %d".formatted(wrong, lot));

        fleet.post("/from-lot", Map.of("lot_id", lot))
                .statusCode(201)
                .body("vin", is(wrong))
                .body("vin_raw", is("1HGCM826*"))
                .body("verdict.normalized", is(wrong))
                .body("verdict.check_digit.status", is("mismatch"));
    }

    @Test
    void aLotWhoseVinIsALongTextBecomesADraftThatKeepsIt() throws SQLException {
        vehicle();
        var lot = lot("1200");
        var text = "SEE NOTES ".repeat(20).strip();
        Fleet.run("update vehicle.lots set vin = null, vin_raw = '%s' where id = %d".formatted(text, lot));

        fleet.post("/from-lot", Map.of("lot_id", lot))
                .statusCode(201)
                .body("vin", nullValue())
                .body("vin_raw", is(text))
                .body("verdict.kind", is("malformed"));
    }

    @Test
    void readingsOfAssetAndLotsMakeOneSeriesInWhichRollbacksAreMarked() throws SQLException {
        vehicle();
        lot("100000");
        var id = fleet.asset(Map.of("vin", vin));
        fleet.post("/" + id + "/odometer", Map.of("reading", 90000, "unit", "km", "read_at", "2026-03-01T00:00:00Z"))
                .statusCode(201)
                .body("rollback", is(true))
                .body("previous.unit", is("mi"));

        fleet.post("/" + id + "/odometer", Map.of("reading", 1, "unit", "km", "read_at", "2020-01-01T00:00:00Z"))
                .statusCode(201)
                .body("rollback", is(false));
        fleet.get("/" + id + "/odometer")
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items.source", is(List.of("api", "lot", "api")))
                .body("items.rollback", is(List.of(true, false, false)))
                .body("items[1].km", is(160934.4f));
        fleet.get("/" + id).body("odometer_value", is(90000.0f)).body("odometer_unit", is("km"));
        fleet.post("/" + id + "/odometer", Map.of("reading", 1, "unit", "km", "read_at", "2120-01-01T00:00:00Z"))
                .statusCode(422);
    }
}
