package org.quartermaster.vehicle.feedhealth;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.vehicle.gauge.Pace;

/** How each feed is, as {@link Feeds} tells of it, in metrics. */
@ApplicationScoped
class FeedMeters {
    private static final String BOUND = "set statement_timeout = '20s'";
    private static final Map<String, Function<FeedHealth, Number>> BY_SOURCE = Map.of(
            "vehicle_feed_age_seconds", FeedHealth::ageSeconds,
            "vehicle_feed_rows", FeedHealth::rows,
            "vehicle_feed_unchanged_ratio", FeedHealth::unchangedShare,
            "vehicle_feed_quarantined_ratio", FeedHealth::quarantinedShare,
            "vehicle_feed_unaccounted_rows", FeedHealth::unaccountedRows,
            "vehicle_import_rows_per_second", FeedHealth::rowsPerSecond,
            "vehicle_quarantine_open", FeedHealth::openQuarantine,
            "vehicle_feed_gate_closed",
                    feed -> feed.gate() == null ? null : feed.gate().isClosed() ? 1 : 0,
            "vehicle_header_drift", feed -> feed.headerDrift() == null ? null : feed.headerDrift() ? 1 : 0);

    private final SystemConnection database;
    private final Feeds feeds;
    private final Map<String, MultiGauge> gauges = new HashMap<>();
    private final Pace pace = new Pace();

    @Inject
    FeedMeters(SystemConnection database, Feeds feeds, MeterRegistry registry) {
        this.database = database;
        this.feeds = feeds;
        BY_SOURCE
                .keySet()
                .forEach(name -> gauges.put(name, MultiGauge.builder(name).register(registry)));
    }

    @Scheduled(every = "30s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() throws SQLException {
        pace.run(this::look);
    }

    /** Reads them now, whenever they were read last. */
    void look() throws SQLException {
        try (var connection = database.open()) {
            Sql.update(connection, BOUND);
            var all = feeds.all(connection);
            BY_SOURCE.forEach((name, value) -> show(name, all, value));
        }
    }

    private void show(String name, List<FeedHealth> all, Function<FeedHealth, Number> value) {
        var rows = all.stream()
                .map(feed -> row(Tags.of("source", feed.source()), value.apply(feed)))
                .filter(Objects::nonNull)
                .toList();
        gauges.get(name).register(rows, true);
    }

    private static MultiGauge.Row<?> row(Tags tags, Number number) {
        return number == null ? null : MultiGauge.Row.of(tags, number);
    }
}
