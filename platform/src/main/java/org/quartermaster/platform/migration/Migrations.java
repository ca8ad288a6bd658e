package org.quartermaster.platform.migration;

import io.quarkus.flyway.FlywayDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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

    /**
     * A migration as it stands in the database.
     *
     * @param checksum of the file in this build; null for a version that this build does not know
     * @param appliedChecksum of the file that was applied
     * @param supersededBy version that came in its place before it was ever applied, or null
     * @param originAppliedAt when the system that the service came from applied it first, in that system's words, or null
     */
    @Schema(name = "Migration")
    public record MigrationView(
            String version,
            String name,
            String purpose,
            List<String> depends,
            String rollback,
            Migration.Status status,
            Integer checksum,
            Integer appliedChecksum,
            Instant appliedAt,
            String supersededBy,
            String originAppliedAt) {

        static MigrationView of(
                String version,
                String description,
                Migration known,
                Migration.Status status,
                Integer applied,
                Instant at) {
            return new MigrationView(
                    version,
                    known == null ? description : known.name(),
                    known == null ? null : known.purpose(),
                    known == null ? List.of() : known.depends(),
                    known == null ? null : known.rollback(),
                    status,
                    known == null ? null : known.checksum(),
                    applied,
                    at,
                    known == null ? null : known.supersededBy(),
                    known == null ? null : known.originAppliedAt());
        }

        /** One that was superseded before any database had it. */
        static MigrationView of(Migration superseded) {
            return of(superseded.version(), superseded.name(), superseded, superseded.status(), null, null);
        }
    }
}
