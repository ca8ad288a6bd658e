package org.quartermaster.vehicle.gauge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;

/** Reads all gauges of the database; every replica says the same. Blocking. */
@ApplicationScoped
public class GaugeTick {
    private static final String BOUND = "set statement_timeout = '20s'";

    private final SystemConnection database;
    private final Map<Gauge, Shown> gauges = new LinkedHashMap<>();

    /** Where the numbers of a gauge go, and when it is read again. */
    private record Shown(MultiGauge rows, Pace pace) {}

    @Inject
    GaugeTick(SystemConnection database, @Any Instance<DatabaseGauges> features, MeterRegistry registry) {
        this.database = database;
        features.stream()
                .flatMap(feature -> feature.gauges().stream())
                .forEach(gauge -> gauges.put(
                        gauge, new Shown(MultiGauge.builder(gauge.name()).register(registry), new Pace())));
    }

    @Scheduled(every = "30s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() throws SQLException {
        try (var connection = database.open()) {
            Sql.update(connection, BOUND);
            gauges.forEach((gauge, shown) -> shown.pace.run(() -> show(connection, gauge, shown.rows)));
        }
    }

    /** Reads them now, whenever they were read last. */
    public void look() throws SQLException {
        try (var connection = database.open()) {
            Sql.update(connection, BOUND);
            gauges.forEach((gauge, shown) -> show(connection, gauge, shown.rows));
        }
    }

    /** NB: one that takes too long must not hide the others; it shows its last numbers. */
    private static void show(Connection connection, Gauge gauge, MultiGauge shown) {
        try {
            shown.register(List.copyOf(Sql.query(connection, gauge.sql(), row -> number(gauge, row))), true);
        } catch (SQLException failed) {
            Log.errorf(failed, "gauge %s cannot be read", gauge.name());
        }
    }

    private static Row<?> number(Gauge gauge, ResultSet row) throws SQLException {
        var tags = Tags.empty();
        var place = 1;
        for (var label : gauge.labels()) {
            tags = tags.and(label, row.getString(place++));
        }
        return Row.of(tags, row.getDouble(place));
    }
}
