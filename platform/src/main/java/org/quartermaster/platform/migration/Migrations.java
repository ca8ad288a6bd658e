package org.quartermaster.platform.migration;

import io.quarkus.flyway.FlywayDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
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
        var views = new TreeMap<MigrationVersion, MigrationView>();
        known.values().stream()
                .filter(migration -> migration.status() == Migration.Status.SUPERSEDED)
                .forEach(migration ->
                        views.put(MigrationVersion.fromVersion(migration.version()), MigrationView.of(migration)));
        Arrays.stream(flyway.info().all())
                .filter(info -> info.getVersion() != null)
                .forEach(info -> views.put(info.getVersion(), view(info, known)));
        return List.copyOf(views.values());
    }

    /** Versions that are not applied. */
    List<String> open() {
        return Arrays.stream(flyway.info().all())
                .filter(info -> info.getVersion() != null && status(info) != Migration.Status.APPLIED)
                .map(info -> info.getVersion().getVersion())
                .toList();
    }

    private static MigrationView view(MigrationInfo info, Map<String, Migration> known) {
        var version = info.getVersion().getVersion();
        var installed = info.getInstalledOn();
        return MigrationView.of(
                version,
                info.getDescription(),
                known.get(version),
                status(info),
                installed == null ? null : info.getChecksum(),
                installed == null ? null : installed.toInstant());
    }

    private static Migration.Status status(MigrationInfo info) {
        if (info.getState().isFailed()) {
            return Migration.Status.FAILED;
        }
        return info.getState().isApplied() ? Migration.Status.APPLIED : Migration.Status.PENDING;
    }
}
