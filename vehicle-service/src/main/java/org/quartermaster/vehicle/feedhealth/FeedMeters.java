package org.quartermaster.vehicle.feedhealth;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;

/** How the feeds stand, read from the database now and then; every replica says the same. */
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

    /** One row for each combination of labels: the labels, then the number. */
    private static final List<Reading> READINGS = List.of(
            new Reading("vehicle_feed_unknown_ratio", List.of("source", "column"), """
                    select n.source, c.column_name, (c.empty_rows + c.unknown_rows) / cast(c.rows as float8)
                    from (
                      select distinct on (source) source, file_id from raw.csv_files where state = 'loaded'
                      order by source, snapshot_at desc
                    ) n
                    join audit.column_stats c
                      on c.file_id = n.file_id and c.column_name in ('VIN', 'Lot number') and c.rows > 0
                    """),
            new Reading("vehicle_unknown_values_open", List.of("domain"), """
                    select domain, count(*) from audit.unknown_values where mapped_code is null group by domain
                    """),
            new Reading("vehicle_files_rejected", List.of(), """
                    select count(*) from raw.csv_files
                    where state = 'rejected' and ingested_at > now() - interval '24 hours'
                    """),
            new Reading("vehicle_import_running_seconds", List.of(), """
                    select coalesce(max(extract(epoch from now() - started_at)), 0) from audit.etl_runs
                    where status = 'running'
                    """));

    private final SystemConnection database;
    private final Feeds feeds;
    private final Map<String, MultiGauge> gauges = new HashMap<>();

    @Inject
    FeedMeters(SystemConnection database, Feeds feeds, MeterRegistry registry) {
        this.database = database;
        this.feeds = feeds;
        BY_SOURCE
                .keySet()
                .forEach(name -> gauges.put(name, MultiGauge.builder(name).register(registry)));
        READINGS.forEach(reading ->
                gauges.put(reading.name, MultiGauge.builder(reading.name).register(registry)));
    }

    private record Reading(String name, List<String> labels, String sql) {}

    @Scheduled(every = "30s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() throws SQLException {
        try (var connection = database.open()) {
            Sql.update(connection, BOUND);
            var all = feeds.all(connection);
            BY_SOURCE.forEach((name, value) -> show(name, all, value));
            for (var reading : READINGS) {
                show(connection, reading);
            }
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

    private void show(Connection connection, Reading reading) throws SQLException {
        var rows = Sql.query(connection, reading.sql, row -> {
            var tags = Tags.empty();
            for (var i = 0; i < reading.labels.size(); i++) {
                tags = tags.and(reading.labels.get(i), row.getString(i + 1));
            }
            return MultiGauge.Row.of(tags, row.getDouble(reading.labels.size() + 1));
        });
        gauges.get(reading.name).register(List.copyOf(rows), true);
    }
}
