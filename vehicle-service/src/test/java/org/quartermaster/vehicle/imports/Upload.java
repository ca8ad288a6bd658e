package org.quartermaster.vehicle.imports;

import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.vehicle.VehicleDatabase;

/** Small files of a feed of its own, sent as a data admin does, and what he does with them afterwards. */
public record Upload(TestTenant tenant, String source) {
    public static final String MONDAY = "2026-03-02T10:00:00Z";
    public static final String TUESDAY = "2026-03-03T10:00:00Z";

    private static final String HEADER = "Id,Lot number,VIN,Year,Make,Sale Date M/D/CY,Sale time (HHMM),Time Zone,"
            + "Location state,Currency Code,Last Updated Time,High Bid,Drive,Sale Title Type,Has Keys-Yes or No\n";

    public static Upload create() {
        return new Upload(TestTenant.create(), "u" + Math.abs(new Random().nextLong()));
    }

    /** One record; text of its own for a cell may hold commas and line ends. */
    public record Line(String lot, String vin, String updated, String bid, String drive, String title, String keys) {
        public Line(String lot, String updated, String bid) {
            this(lot, "", updated, bid, "", "", "");
        }

        public Line vin(String vin) {
            return new Line(lot, vin, updated, bid, drive, title, keys);
        }

        @Override
        public String toString() {
            return "%d,%s,%s,2019,HONDA,20260501,1000,EST,NY,USD,%s,%s,%s,%s,%s%n"
                    .formatted(new Random().nextInt(1_000_000), lot, vin, updated, bid, drive, title, keys);
        }
    }

    /** A VIN that no other test uses. */
    public static String vin() {
        return "JHMZZZ" + String.format(Locale.ROOT, "%011d", Math.floorMod(new Random().nextLong(), 100_000_000_000L));
    }

    public RequestSpecification admin() {
        return tenant.as("data-admin").contentType(ContentType.JSON);
    }

    /** Sends a file of these records and waits for the end of its import. */
    public JsonPath load(Object... lines) {
        var text = new StringBuilder(HEADER);
        List.of(lines).forEach(text::append);
        var sender = new Sender(tenant, source);
        return sender.ended(sender.send(text.toString(), ""));
    }

    public JsonPath get(String path) {
        return admin().get(path).then().statusCode(200).extract().jsonPath();
    }

    public ValidatableResponse post(String path) {
        return admin().post(path).then();
    }

    /** Waits for the job that a request ordered; its result. */
    public JsonPath done(ValidatableResponse ordered) {
        var job = ordered.statusCode(202).extract().header("Location");
        return await("the job ends")
                .atMost(Duration.ofSeconds(60))
                .until(() -> get(job), found -> List.of("succeeded", "failed").contains(found.getString("state")));
    }

    public ValidatableResponse lot(String number) {
        return tenant.as("viewer")
                .get("/api/v1/lots/by-external/{number}", source + ":" + number)
                .then();
    }

    /** The verbs of the events about a lot, in their order. */
    public List<String> told(String number) throws SQLException {
        return rows("""
                select substring(o.subject from '[a-z_]+$') from platform.outbox o
                join vehicle.lots l on cast(l.id as text) = o.entity_id
                where o.entity = 'lot' and l.lot_external_id = ? order by o.seq
                """, source + ":" + number);
    }

    /** Kind, changes, and whether file and row are known, of what stands on a lot's timeline. */
    public List<String> timeline(String number) throws SQLException {
        return rows("""
                select concat_ws(' ', e.kind, e.changes, e.file_id is not null and e.row_no is not null)
                from audit.lot_events e join vehicle.lots l on l.id = e.lot_id
                where l.lot_external_id = ? order by e.id
                """, source + ":" + number);
    }

    public static List<String> rows(String sql, Object... parameters) throws SQLException {
        try (var connection = VehicleDatabase.system()) {
            return Sql.query(connection, sql, row -> row.getString(1), parameters);
        }
    }
}
