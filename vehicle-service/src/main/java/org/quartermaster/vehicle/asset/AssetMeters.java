package org.quartermaster.vehicle.asset;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.db.Words;

/** How many assets there are of each quality: {@code vehicle_assets}, by {@code data_status}. */
@ApplicationScoped
class AssetMeters {
    private static final String COUNTS = "select data_status, count(*) from vehicle.assets group by data_status";

    private final SystemConnection database;
    private volatile Map<String, Long> counts = Map.of();

    private record Count(String status, long assets) {}

    @Inject
    AssetMeters(SystemConnection database, MeterRegistry registry) {
        this.database = database;
        for (var status : DataStatus.values()) {
            var word = Words.of(status);
            registry.gauge(
                    "vehicle_assets",
                    Tags.of("data_status", word),
                    this,
                    meters -> meters.counts.getOrDefault(word, 0L));
        }
    }

    @Scheduled(every = "30s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws SQLException {
        try (var connection = database.open()) {
            counts = Sql.query(connection, COUNTS, row -> new Count(row.getString(1), row.getLong(2))).stream()
                    .collect(Collectors.toMap(Count::status, Count::assets));
        }
    }
}
