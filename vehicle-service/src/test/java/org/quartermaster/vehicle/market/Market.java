package org.quartermaster.vehicle.market;

import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.quartermaster.vehicle.VehicleDatabase;

/** Rows of the market, written for tests by the role that may. */
final class Market {
    private Market() {}

    static void run(String sql, Object... values) throws SQLException {
        try (var connection = VehicleDatabase.system();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    static void vehicle(String vin, String make) throws SQLException {
        run("insert into vehicle.vehicles (vin, make, model, year) values (?, ?, 'ACCORD', 2003)", vin, make);
    }

    /** @param auction such as {@code now() - interval '1 day'} */
    static long lot(String vin, String number, String status, String auction) throws SQLException {
        var sql = """
                insert into vehicle.lots (vin, lot_external_id, status, auction_datetime_utc, current_bid, currency_code,
                  fuel, fuel_raw, announcements, offsite, damage_code, image_thumbnail_url)
                values (?, ?, ?, %s, 1250.50, 'USD', 'gasoline', 'GAS', array['a'], '{"city": "X"}', 'replaced_vin',
                  'https://pictures.example/' || ?)
                returning id
                """.formatted(auction);
        try (var connection = VehicleDatabase.system();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, vin);
            statement.setString(2, number);
            statement.setString(3, status);
            statement.setString(4, number);
            var rows = statement.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }

    /**
     * A lot of any columns; a listed one with a number of its own unless they say otherwise. Its make and model are
     * counted, as an import would.
     */
    static long offer(Map<String, ?> columns) throws SQLException {
        var all = new LinkedHashMap<String, Object>(
                Map.of("lot_external_id", "O" + System.nanoTime(), "status", "active"));
        all.putAll(columns);
        var sql = "insert into vehicle.lots (%s) values (%s) returning id"
                .formatted(String.join(", ", all.keySet()), String.join(", ", Collections.nCopies(all.size(), "?")));
        count(all);
        try (var connection = VehicleDatabase.system();
                var statement = connection.prepareStatement(sql)) {
            var place = 1;
            for (var value : all.values()) {
                statement.setObject(place++, value);
            }
            var rows = statement.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void count(Map<String, ?> lot) throws SQLException {
        run("""
                insert into vehicle.make_model_counts as c (make, model_group, year, lots, listed)
                values (?, ?, ?, 1, case when ? in ('unscheduled', 'active') then 1 else 0 end)
                on conflict (coalesce(make, ''), coalesce(model_group, ''), coalesce(year, 0))
                do update set lots = c.lots + 1, listed = c.listed + excluded.listed
                """, lot.get("make"), lot.get("model_group"), lot.get("year"), lot.get("status"));
    }

    /** A make that no other test uses. */
    static String make() {
        return "Z" + Math.abs(new Random().nextLong());
    }

    /** A VIN that no other test uses, with a right check digit or not. */
    static String vin() {
        var random = new Random();
        var digits = new StringBuilder("JHMZZZ");
        for (var i = 0; i < 11; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}
