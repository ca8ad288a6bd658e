package org.quartermaster.platform.db;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Runs each {@link Upkeep} as the owner, the one role that may make and drop tables; never within a request. */
@ApplicationScoped
final class UpkeepJob {
    private final AgroalDataSource owner;
    private final Instance<Upkeep> upkeeps;

    @Inject
    UpkeepJob(@DataSource("owner") AgroalDataSource owner, Instance<Upkeep> upkeeps) {
        this.owner = owner;
        this.upkeeps = upkeeps;
    }

    /** After the migrations, before other observers write rows. */
    void atStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 100) StartupEvent start) {
        upkeeps.forEach(upkeep -> run(upkeep.beforeRequests()));
    }

    @Scheduled(every = "24h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void daily() {
        upkeeps.forEach(upkeep -> {
            run(upkeep.beforeRequests());
            run(upkeep.daily());
        });
    }

    private void run(List<String> statements) {
        try (var connection = owner.getConnection()) {
            statements.forEach(sql -> run(connection, sql));
        } catch (SQLException away) {
            Log.errorf("upkeep: database away: %s", away.getMessage());
        }
    }

    /** NB: each alone, so that one that has to wait for a lock in vain leaves the others their turn. */
    private static void run(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            Log.errorf("upkeep: %s failed, next try tomorrow: %s", sql, failed.getMessage());
        }
    }
}
