package org.quartermaster.platform.migration;

import io.quarkus.flyway.FlywayDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** What of the registry has reached the database. Blocking. */
@ApplicationScoped
final class Migrations {
    private final Flyway flyway;
    private final MigrationRegistry registry;

    @Inject
    Migrations(@FlywayDataSource("owner") Flyway flyway, MigrationRegistry registry) {
        this.flyway = flyway;
        this.registry = registry;
    }

    List<MigrationView> all() throws IOException {
        var known = registry.read();
        var takenBack = takenBack();
        var views = new TreeMap<MigrationVersion, MigrationView>();
        known.values().stream()
                .filter(migration -> migration.status() == Migration.Status.SUPERSEDED)
                .forEach(migration ->
                        views.put(MigrationVersion.fromVersion(migration.version()), MigrationView.of(migration)));
        Arrays.stream(flyway.info().all())
                .filter(info -> info.getVersion() != null)
                .forEach(info -> views.put(info.getVersion(), view(info, known, takenBack)));
        return List.copyOf(views.values());
    }

    /** Versions that are not applied. */
    List<String> open() {
        return Arrays.stream(flyway.info().all())
                .filter(info ->
                        info.getVersion() != null && Migration.Status.of(info, Set.of()) != Migration.Status.APPLIED)
                .map(info -> info.getVersion().getVersion())
                .toList();
    }

    private static MigrationView view(MigrationInfo info, Map<String, Migration> known, Set<String> takenBack) {
        var version = info.getVersion().getVersion();
        var installed = info.getInstalledOn();
        return MigrationView.of(
                version,
                info.getDescription(),
                known.get(version),
                Migration.Status.of(info, takenBack),
                installed == null ? null : info.getChecksum(),
                installed == null ? null : installed.toInstant());
    }

    private Set<String> takenBack() {
        try (var connection = flyway.getConfiguration().getDataSource().getConnection()) {
            return Rollbacks.versions(connection);
        } catch (SQLException away) {
            throw new FlywayException(away);
        }
    }
}
