package org.quartermaster.platform.migration;

import io.quarkus.flyway.FlywayDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** What of the registry has reached the database. Blocking. */
@ApplicationScoped
final class Migrations {
    private final Flyway flyway;

    @Inject
    Migrations(@FlywayDataSource("owner") Flyway flyway) {
        this.flyway = flyway;
    }

    /**
     * A migration as it stands in the database.
     *
     * @param checksum of the file in this build; null for a version that this build does not know
     * @param appliedChecksum of the file that was applied
     */
    @Schema(name = "MigrationView")
    record View(
            String version,
            String name,
            String purpose,
            List<String> depends,
            String rollback,
            Migration.Status status,
            Integer checksum,
            Integer appliedChecksum,
            Instant appliedAt) {}

    List<View> all() throws IOException {
        var known = MigrationRegistry.read();
        return Arrays.stream(flyway.info().all())
                .filter(info -> info.getVersion() != null)
                .map(info -> view(info, known.get(info.getVersion().getVersion())))
                .toList();
    }

    /** Versions that are not applied. */
    List<String> open() {
        return Arrays.stream(flyway.info().all())
                .filter(info -> info.getVersion() != null && status(info) != Migration.Status.APPLIED)
                .map(info -> info.getVersion().getVersion())
                .toList();
    }

    private static View view(MigrationInfo info, Migration known) {
        var installed = info.getInstalledOn();
        return new View(
                info.getVersion().getVersion(),
                known == null ? info.getDescription() : known.name(),
                known == null ? null : known.purpose(),
                known == null ? List.of() : known.depends(),
                known == null ? null : known.rollback(),
                status(info),
                known == null ? null : Integer.valueOf(known.checksum()),
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
