package org.quartermaster.vehicle.market;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Random;
import org.quartermaster.local.LocalServers;

/** Rows of the market, written for tests by the role that may. */
final class Market {
    private Market() {}

    static Connection system() throws SQLException {
        return DriverManager.getConnection("jdbc:" + LocalServers.databaseUrl("vehicle"), "vehicle_system", "none");
    }

    static void run(String sql, Object... values) throws SQLException {
        try (var connection = system();
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
        try (var connection = system();
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
