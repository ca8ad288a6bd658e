package org.quartermaster.platform.migration;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A migration as its file describes it.
 *
 * @param version such as {@code 0101}
 * @param depends versions that it builds on
 * @param checksum as Flyway counts it, so that it can be compared with the database's history
 * @param rollback name of the file that takes it back
 */
public record Migration(
        String version,
        String name,
        String purpose,
        List<String> depends,
        int checksum,
        String rollback,
        boolean destructive,
        Status status) {
    private static final Pattern VERSION = Pattern.compile("V(\\d+)");

    /** How far a migration has come in a database. */
    public enum Status {
        PLANNED,
        PENDING,
        APPLIED,
        FAILED
    }

    static Migration of(MigrationFile file) {
        var depends = VERSION.matcher(file.header("Depends").orElse(""))
                .results()
                .map(found -> found.group(1))
                .toList();
        return new Migration(
                file.version(),
                file.description(),
                file.header("Purpose").orElse(null),
                depends,
                checksum(file.sql().lines()),
                file.header("Rollback").orElse(null),
                file.header("Destructive").filter("approved"::equals).isPresent(),
                Status.PLANNED);
    }

    /** Flyway's own: CRC-32 over the lines without their ends. */
    private static int checksum(Stream<String> lines) {
        var sum = new CRC32();
        lines.forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) sum.getValue();
    }
}
