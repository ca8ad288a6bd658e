package org.quartermaster.catalog.send;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be sent, where, and how it is to be taken.
 *
 * @param token of the one who sends, or null
 * @param kind of the list, as in the path of its import
 * @param options fields of the form beside the file
 */
record SendOrder(String service, String token, String kind, Map<String, String> options, List<Path> files) {
    private static final String LOCAL = "http://localhost:8103";
    private static final String HINT = "; see deploy/import --help.";

    /** @throws IllegalArgumentException with what is wrong, for people */
    static SendOrder of(String[] arguments, String token) {
        var service = LOCAL;
        var options = new LinkedHashMap<String, String>();
        var files = new ArrayList<Path>();
        var left = new ArrayList<>(Arrays.asList(arguments));
        var kind = value("--list", left);
        while (!left.isEmpty()) {
            var word = left.remove(0);
            switch (word) {
                case "--full" -> options.put("full", "true");
                case "--dry-run" -> options.put("dry_run", "true");
                case "--release" -> options.put("release", value(word, left));
                case "--url" -> service = value(word, left);
                default -> files.add(file(word));
            }
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("Name at least one file" + HINT);
        }
        return new SendOrder(service.replaceAll("/+$", ""), token, kind, options, files);
    }

    private static String value(String option, List<String> left) {
        if (left.isEmpty() || left.get(0).startsWith("--")) {
            throw new IllegalArgumentException(option + " wants a value" + HINT);
        }
        return left.remove(0);
    }

    private static Path file(String word) {
        var file = Path.of(word);
        if (word.startsWith("--") || !Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IllegalArgumentException(word + " is no file that can be read, and no option.");
        }
        return file;
    }
}
