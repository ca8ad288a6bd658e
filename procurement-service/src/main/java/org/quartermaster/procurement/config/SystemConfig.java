package org.quartermaster.procurement.config;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.audit.AuditLog;

/**
 * What the operator may set while the service runs ({@code system_config}). Each replica keeps it in memory and reads it
 * again every two seconds; while the database is away the last reading holds.
 */
@ApplicationScoped
public class SystemConfig {
    private static final Duration START = Duration.ofSeconds(10);
    private static final Caller NOBODY = Caller.system(AuditLog.PLATFORM);
    private static final String READ =
            "select config_key, coalesce(config_value, default_value) from procurement.system_config";

    private final TenantDatabase database;
    private volatile Map<String, String> values = Map.of();

    @Inject
    SystemConfig(TenantDatabase database) {
        this.database = database;
    }

    /** A setting of type integer. */
    public int integer(String key) {
        return Integer.parseInt(required(key));
    }

    /** A setting of type boolean. */
    public boolean flag(String key) {
        return Boolean.parseBoolean(required(key));
    }

    /** A setting of type duration (ISO 8601). */
    public Duration duration(String key) {
        return Duration.parse(required(key));
    }

    /** A setting of type string or json; null where it has no value. */
    public String text(String key) {
        return values.get(key);
    }

    private String required(String key) {
        var value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("system_config has no value for " + key);
        }
        return value;
    }

    void load(@Observes StartupEvent start) {
        refresh().await().atMost(START);
    }

    @Scheduled(every = "2s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return database.read(NOBODY, READ)
                .invoke(this::use)
                .onFailure()
                .invoke(away -> Log.debugf("settings not read, the last reading holds: %s", away.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void use(RowSet<Row> rows) {
        var read = new HashMap<String, String>();
        for (var row : rows) {
            read.put(row.getString(0), row.getString(1));
        }
        values = read;
    }
}
