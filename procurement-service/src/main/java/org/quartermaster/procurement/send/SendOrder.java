package org.quartermaster.procurement.send;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is to be sent, where, and how it is to be taken.
 *
 * @param token of the one who sends, or null
 */
record SendOrder(String service, String token, String source, String mode, String events, List<Path> files) {
    private static final String LOCAL = "http://localhost:8104";

    /** @throws IllegalArgumentException with what is wrong, for people */
    static SendOrder of(String[] arguments, String token) {
        var service = LOCAL;
        String source = null;
        var mode = "lenient";
        var events = "each";
        var files = new ArrayList<Path>();
        var left = new ArrayList<>(Arrays.asList(arguments));
        while (!left.isEmpty()) {
            var word = left.remove(0);
            switch (word) {
                case "--source" -> source = value(word, left);
                case "--strict" -> mode = "strict";
                case "--silent" -> events = "none";
                case "--url" -> service = value(word, left);
                default -> files.add(file(word));
            }
        }
        if (files.isEmpty() || source == null) {
            throw new IllegalArgumentException("Name a --source and at least one file; see deploy/import --help.");
        }
        return new SendOrder(service.replaceAll("/+$", ""), token, source, mode, events, files);
    }

    private static String value(String option, List<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(option + " wants a value.");
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
