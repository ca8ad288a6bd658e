package org.quartermaster.vehicle.audit;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;
import org.quartermaster.vehicle.VehicleTest;
import org.quartermaster.vehicle.feed.Column;
import org.quartermaster.vehicle.imports.Sender;

/** The three views over what came in. */
@VehicleTest
class AuditResourceTest {
    private final Sender sender = Sender.create();

    @Test
    void theViewsAgreeWithTheCountsOfTheImport() {
        var lots = Sender.lots(4);
        lots.get(0).put(Column.HIGH_BID, "x");
        lots.get(1).put(Column.HIGH_BID, "y");
        lots.get(2).put(Column.VIN, "");
        var file = sender.ended(sender.send(Sender.file(lots), "&name=a.csv")).getString("import_id");

        sender.get("/api/v1/audit/ingest-count?file_id=" + file)
                .statusCode(200)
                .body("items", hasSize(1))
                .body("total", is(1))
                .body("items[0].path", is("a.csv"))
                .body("items[0].row_count", is(4))
                .body("items[0].rows_stored", is(4));
        sender.get("/api/v1/audit/unknown-rate?limit=100&file_id=" + file)
                .body("items", hasSize(59))
                .body("items.find { it.column_name == 'VIN' }.unknown_rate", is(25.0f));
        sender.get("/api/v1/audit/parse-errors?file_id=" + file)
                .body("items.code", contains("bad_number"))
                .body("items[0].error_count", is(2))
                .body("items[0].examples", hasSize(2))
                .body("items[0].examples[0].row_no", is(2));
    }

    @Test
    void allFilesAreListedToDataAdmins() {
        sender.ended(sender.send(Sender.file(Sender.lots(1)), ""));
        sender.ended(sender.send(Sender.file(Sender.lots(1)), ""));

        sender.get("/api/v1/audit/ingest-count?limit=1")
                .body("items", hasSize(1))
                .body("total", greaterThan(1));
        sender.get("/api/v1/audit/ingest-count?file_id=x").statusCode(422);
        sender.tenant().as("viewer").get("/api/v1/audit/unknown-rate").then().statusCode(403);
    }
}
