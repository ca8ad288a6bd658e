package org.quartermaster.benchmarks;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The nearest machines among those of {@link Mass}: how soon, and whether they are those that looking at all finds. */
final class Nearest {
    private static final int PLACES = 25;

    /** The order of the great circle (haversine), without its root and factor. */
    private static final String BRUTE_FORCE = """
            select equipment_id from equipment
            where tenant_id = ? and deleted_at is null and current_lat is not null and current_lon is not null
            order by pow(sind((current_lat::float8 - ?) / 2), 2)
              + cosd(?) * cosd(current_lat::float8) * pow(sind((current_lon::float8 - ?) / 2), 2)
            limit 10
            """;

    private final Run run;

    Nearest(Run run) {
        this.run = run;
    }

    void measure() throws SQLException, IOException, InterruptedException {
        var positioned = run.settings().size().machines() / 10 + run.machines().size();
        run.report().below("nearest 10 of " + positioned + ", p50", run.median("nearest", Nearest::path), "ms", 5);
        var wrong = 0;
        for (var n = 0; n < PLACES; n++) {
            wrong += found(n).equals(bruteForce(n)) ? 0 : 1;
        }
        run.report().below("nearest 10, places where brute force finds others", wrong, "of " + PLACES, 1);
    }

    private static String path(long n) {
        return "/api/v1/equipment/nearest?lat=" + latitude(n) + "&lon=" + longitude(n);
    }

    private static double latitude(long n) {
        return Fleet.latitude(100_000 + (int) n);
    }

    private static double longitude(long n) {
        return Fleet.longitude(100_000 + (int) n);
    }

    private List<String> found(long n) throws IOException, InterruptedException {
        var found = new ArrayList<String>();
        new Api(run.stand())
                .get(path(n))
                .getJsonArray("equipment")
                .forEach(item -> found.add(((JsonObject) item).getString("equipment_id")));
        return found;
    }

    private List<String> bruteForce(long n) throws SQLException {
        try (var connection = run.stand().superuser();
                var query = connection.prepareStatement(BRUTE_FORCE)) {
            query.setString(1, Stand.TENANT);
            query.setDouble(2, latitude(n));
            query.setDouble(3, latitude(n));
            query.setDouble(4, longitude(n));
            var found = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }
}
