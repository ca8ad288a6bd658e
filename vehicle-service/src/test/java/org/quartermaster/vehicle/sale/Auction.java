package org.quartermaster.vehicle.sale;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.vehicle.VehicleDatabase;

/** Lots of one test and the data admin who changes them. */
public record Auction(TestTenant tenant, String vin, String make) {
    private static final Random RANDOM = new Random();

    public static Auction create() {
        var digits = new StringBuilder("WBAZZZ");
        RANDOM.ints(11, 0, 10).forEach(digits::append);
        return new Auction(TestTenant.create(), digits.toString(), "MAKE " + digits);
    }

    /** The first column of each row. */
    public static List<String> rows(String sql) throws SQLException {
        try (var connection = VehicleDatabase.system();
                var statement = connection.createStatement()) {
            var found = new ArrayList<String>();
            if (statement.execute(sql)) {
                try (var rows = statement.getResultSet()) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
            }
            return found;
        }
    }

    /** A lot of this vehicle, which is made when it is missing. */
    public long lot(String status) throws SQLException {
        rows("insert into vehicle.vehicles (vin, make) values ('%s', '%s') on conflict do nothing"
                .formatted(vin, make));
        return lotOf("'" + vin + "'", status);
    }

    /** @param vin as SQL */
    public long lotOf(String vin, String status) throws SQLException {
        var id = Long.parseLong(
                rows("""
                insert into vehicle.lots (vin, lot_external_id, status, auction_date, make, model_group, year, currency_code,
                  odometer, odometer_unit)
                values (%s, 'x:%s', '%s', '2026-05-01', '%s', 'CAMRY', 2015, 'USD', 1200, 'mi') returning id
                """.formatted(vin, UUID.randomUUID(), status, make)).get(0));
        count(1);
        return id;
    }

    private void count(int lots) throws SQLException {
        rows("""
            insert into vehicle.make_model_counts as c (make, model_group, year, lots, listed)
            values ('%s', 'CAMRY', 2015, %d, %d)
            on conflict (coalesce(make, ''), coalesce(model_group, ''), coalesce(year, 0))
            do update set lots = c.lots + excluded.lots, listed = c.listed + excluded.listed
            """.formatted(make, lots, lots));
    }

    /** Lots and listed lots as the facets count them; null where none is counted. */
    public String counts() throws SQLException {
        var found =
                rows("select lots || ' ' || listed from vehicle.make_model_counts where make = '%s'".formatted(make));
        return found.isEmpty() ? null : found.get(0);
    }

    public static String column(long lot, String column) throws SQLException {
        return rows("select %s from vehicle.lots l where id = %d".formatted(column, lot))
                .get(0);
    }

    /** What the lot's timeline says, in its order. */
    public static List<String> timeline(long lot) throws SQLException {
        return rows("select kind || ' ' || changes from audit.lot_events where lot_id = %d order by id".formatted(lot));
    }

    /** The verbs of what everybody was told of an entity, in their order. */
    public static List<String> told(String entity, Object id) throws SQLException {
        return rows("""
                select split_part(subject, '.', 5) from platform.outbox
                where tenant_id = 'public' and entity = '%s' and entity_id = '%s' order by seq
                """.formatted(entity, id));
    }

    /** The data of the last event about an entity, as text. */
    public static String lastTold(String entity, Object id) throws SQLException {
        var found = rows("""
                select cast(cast(envelope as jsonb) -> 'data' as text) from platform.outbox
                where tenant_id = 'public' and entity = '%s' and entity_id = '%s' order by seq
                """.formatted(entity, id));
        return found.get(found.size() - 1);
    }

    public RequestSpecification admin() {
        return tenant.as("data-admin").contentType(ContentType.JSON);
    }

    public ValidatableResponse post(String path, String json) {
        return admin().body(json).post("/api/v1" + path).then();
    }

    public ValidatableResponse patch(String path, String json) {
        return admin().body(json).patch("/api/v1" + path).then();
    }

    public ValidatableResponse get(String path) {
        return tenant.as("viewer").get("/api/v1" + path).then();
    }

    public ValidatableResponse delete(String path) {
        return tenant.as("data-admin").delete("/api/v1" + path).then();
    }
}
