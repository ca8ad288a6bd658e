package org.quartermaster.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Folders of the local stack: the cache of this user, removal of a tree, the end of a log. */
final class Folders {
    private Folders() {}

    static Path cache() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return base.resolve("quartermaster");
    }

    /** NB: plain recursion without lambdas or library, because a shutdown hook calls it (see {@link Processes}). */
    static void delete(Path folder) {
        File file = folder.toFile();
        File[] children = Files.isSymbolicLink(folder) ? null : file.listFiles();
        if (children != null) {
            for (File child : children) {
                delete(child.toPath());
            }
        }
        file.delete();
    }

    static String tail(Path log, int lines) {
        if (!Files.exists(log)) {
            return "(no log)";
        }
        try {
            List<String> all = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
