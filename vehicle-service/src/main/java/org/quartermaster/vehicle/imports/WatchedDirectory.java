package org.quartermaster.vehicle.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Files that were put into a directory: which of them are whole, and where they go in the end. */
final class WatchedDirectory {
    private static final String REPORT = ".report.json";

    private final Path directory;
    private final Duration settled;
    private Map<Path, Look> looks = Map.of();

    WatchedDirectory(Path directory, Duration settled) {
        this.directory = directory;
        this.settled = settled;
    }

    /** How large a file was, and since when. */
    private record Look(long bytes, Instant changed, Instant since) {}

    /**
     * A file that has not changed for long enough.
     *
     * @param snapshotAt the time in its name, else when it was last written
     * @param bytes with {@code changed} they tell it from a later file of that name
     */
    record Arrived(Path file, Instant snapshotAt, long bytes, Instant changed) {
        String name() {
            return file.getFileName().toString();
        }
    }

    /** The files that are whole as of now, the oldest snapshot first. */
    List<Arrived> arrived(Instant now) throws IOException {
        var seen = new HashMap<Path, Look>();
        try (var files = Files.list(directory)) {
            for (var file : files.filter(WatchedDirectory::isFeed).toList()) {
                seen.put(file, look(file, now));
            }
        }
        looks = seen;
        return seen.entrySet().stream()
                .filter(entry -> !now.isBefore(entry.getValue().since.plus(settled)))
                .map(entry -> arrived(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Arrived::snapshotAt).thenComparing(Arrived::name))
                .toList();
    }

    private static boolean isFeed(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".csv") || name.endsWith(".csv.gz"))
                && !name.startsWith(".")
                && Files.isRegularFile(file);
    }

    private Look look(Path file, Instant now) throws IOException {
        var look = new Look(Files.size(file), Files.getLastModifiedTime(file).toInstant(), now);
        var before = looks.get(file);
        var isSame = before != null && before.bytes == look.bytes && before.changed.equals(look.changed);
        return isSame ? before : look;
    }

    private static Arrived arrived(Path file, Look look) {
        var named = SnapshotTime.of(file.getFileName().toString());
        return new Arrived(file, named == null ? look.changed : named, look.bytes, look.changed);
    }

    /**
     * Puts a file away, and its report beside it.
     *
     * @param folder {@code done} or {@code rejected}
     * @param id goes before the name where an earlier file has it
     */
    void putAway(Path file, String folder, String id, String report) throws IOException {
        var target = Files.createDirectories(directory.resolve(folder));
        var name = file.getFileName().toString();
        var free = Files.exists(target.resolve(name)) ? id + "-" + name : name;
        // NB: the report first; a file whose report was lost is never looked at again.
        Files.writeString(target.resolve(free + REPORT), report);
        Files.move(file, target.resolve(free), StandardCopyOption.ATOMIC_MOVE);
    }
}
