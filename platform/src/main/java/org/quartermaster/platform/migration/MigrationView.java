package org.quartermaster.platform.migration;

import java.time.Instant;
import java.util.List;

/**
 * A migration as it stands in the database.
 *
 * @param checksum of the file in this build; null for a version that this build does not know
 * @param appliedChecksum of the file that was applied
 * @param supersededBy version that came in its place before it was ever applied, or null
 * @param originAppliedAt when the system that the service came from applied it first, in that system's words, or null
 */
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
            String version, String description, Migration known, Migration.Status status, Integer applied, Instant at) {
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
