package org.quartermaster.platform.migration;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.flywaydb.core.api.MigrationInfo;

/**
 * A migration as its file describes it.
 *
 * @param version such as {@code 0101}
 * @param depends versions that it builds on
 * @param checksum as Flyway counts it, so that it can be compared with the database's history; null for a superseded one
 * @param rollback name of the file that takes it back
 * @param supersededBy version that came in its place, or null
 * @param originAppliedAt when the system that a service came from applied it first, in that system's words, or null
 */
public record Migration(
        String version,
        String name,
        String purpose,
        List<String> depends,
        Integer checksum,
        String rollback,
        boolean destructive,
        Status status,
        String supersededBy,
        String originAppliedAt) {
    private static final Pattern VERSION = Pattern.compile("V(\\d+(?:\\.\\d+)?)");

    /** How far a migration has come in a database. */
    @Schema(name = "MigrationStatus")
    public enum Status {
        PLANNED,
        PENDING,
        APPLIED,
        FAILED,
        SUPERSEDED,
        ROLLED_BACK;

        /** How far the migration has come, of which Flyway and the notes on rollbacks tell. */
        static Status of(MigrationInfo info, Set<String> takenBack) {
            if (info.getState().isFailed()) {
                return FAILED;
            }
            if (info.getState().isApplied()) {
                return APPLIED;
            }
            return takenBack.contains(info.getVersion().getVersion()) ? ROLLED_BACK : PENDING;
        }
    }

    static Migration of(MigrationFile file) {
        var superseded = file.header("Superseded").map(Migration::versions);
        return new Migration(
                file.version(),
                file.description(),
                file.header("Purpose").orElse(null),
                versions(file.header("Depends").orElse("")),
                superseded.isPresent() ? null : checksum(file.sql().lines()),
                file.header("Rollback").orElse(null),
                file.header("Destructive").filter("approved"::equals).isPresent(),
                superseded.isPresent() ? Status.SUPERSEDED : Status.PLANNED,
                superseded.map(versions -> versions.get(0)).orElse(null),
                file.header("Origin").orElse(null));
    }

    private static List<String> versions(String text) {
        return VERSION.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** Flyway's own: CRC-32 over the lines without their ends. */
    private static int checksum(Stream<String> lines) {
        var sum = new CRC32();
        lines.forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) sum.getValue();
    }
}
