package org.quartermaster.vehicle.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.vehicle.feed.FeedContext;

/** What data admins have taught the service about feeds. */
@ApplicationScoped
public class FeedSetting {

    /** What is known at this moment to whoever reads a file. Blocking. */
    public FeedContext of(Connection connection, Instant snapshotAt) throws SQLException {
        var zones = new HashMap<String, ZoneId>();
        Sql.query(
                connection,
                "select yard_number, zone_id from vehicle.yards where zone_id is not null",
                row -> zones.put(row.getString(1), ZoneId.of(row.getString(2))));
        var aliases = new HashMap<String, Map<String, String>>();
        Sql.query(
                connection, "select domain, raw_norm, code from vehicle.taxonomy_alias", row -> aliases.computeIfAbsent(
                                row.getString(1), domain -> new HashMap<>())
                        .put(row.getString(2), row.getString(3)));
        return new FeedContext(snapshotAt, Instant.now(), zones, aliases);
    }
}
