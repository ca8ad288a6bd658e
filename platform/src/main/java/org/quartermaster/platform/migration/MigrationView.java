package org.quartermaster.platform.migration;

import java.time.Instant;
import java.util.List;

/**
 * A migration as it stands in the database.
 *
 * @param checksum of the file in this build; null for a version that this build does not know
 * @param appliedChecksum of the file that was applied
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
        Instant appliedAt) {

    static MigrationView of(
            String version, String description, Migration known, Migration.Status status, Integer applied, Instant at) {
        return new MigrationView(
                version,
                known == null ? description : known.name(),
                known == null ? null : known.purpose(),
                known == null ? List.of() : known.depends(),
                known == null ? null : known.rollback(),
                status,
                known == null ? null : Integer.valueOf(known.checksum()),
                applied,
                at);
    }
}
