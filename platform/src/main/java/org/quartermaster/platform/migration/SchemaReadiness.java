package org.quartermaster.platform.migration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.api.FlywayException;
import org.quartermaster.platform.PlatformConfig;

/** Not ready while migrations are open or the database lacks what the code needs. */
@Readiness
@ApplicationScoped
final class SchemaReadiness implements HealthCheck {
    private final Duration kept;

    private final Migrations migrations;
    private final SchemaCheck schema;
    private volatile Long goodSince;

    @Inject
    SchemaReadiness(Migrations migrations, SchemaCheck schema, PlatformConfig config) {
        this.kept = config.schemaCheck().kept();
        this.migrations = migrations;
        this.schema = schema;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("migrations and schema");
        var since = goodSince;
        if (since != null && System.nanoTime() - since < kept.toNanos()) {
            return answer.up().build();
        }
        try {
            var open = migrations.open();
            var missing = schema.compare().missing();
            var good = open.isEmpty() && missing.isEmpty();
            goodSince = good ? Long.valueOf(System.nanoTime()) : null;
            return good
                    ? answer.up().build()
                    : answer.down()
                            .withData("open_migrations", open.toString())
                            .withData("missing", missing.toString())
                            .build();
        } catch (SQLException | FlywayException away) {
            return answer.down().withData("database", "not reachable").build();
        }
    }
}
