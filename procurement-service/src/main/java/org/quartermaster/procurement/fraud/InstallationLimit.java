package org.quartermaster.procurement.fraud;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;

/** Gives the setting {@code fraud.registrations_per_hour} the default of this installation, where it has one. */
@ApplicationScoped
class InstallationLimit {
    private static final String DEFAULT = """
            update procurement.system_config set default_value = ?
            where config_key = 'fraud.registrations_per_hour' and default_value <> ?
            """;

    private final FraudConfig config;
    private final SystemConnection database;

    @Inject
    InstallationLimit(FraudConfig config, SystemConnection database) {
        this.config = config;
        this.database = database;
    }

    /** NB: what the operator has set stays above it. */
    void set(@Observes StartupEvent start) throws SQLException {
        if (config.registrationsPerHour().isPresent()) {
            var number = Integer.toString(config.registrationsPerHour().getAsInt());
            try (var connection = database.open()) {
                Sql.update(connection, DEFAULT, number, number);
            }
        }
    }
}
