package org.quartermaster.vehicle.send;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is to be sent, where, and how it is to be taken.
 *
 * @param parameters of the query, without the file's name
 * @param token of the one who sends, or null
 */
record SendOrder(URI service, String token, Map<String, String> parameters, List<Path> files) {
    private static final String LOCAL = "http://localhost:8102";

    /** @throws IllegalArgumentException with what is wrong, for people */
    static SendOrder of(String[] arguments, String token) {
        var service = LOCAL;
        var parameters = new LinkedHashMap<String, String>();
        var files = new ArrayList<Path>();
        var left = new ArrayList<>(Arrays.asList(arguments));
        while (!left.isEmpty()) {
            var word = left.remove(0);
            switch (word) {
                case "--source" -> parameters.put("source", value(word, left));
                case "--snapshot-at" -> parameters.put("snapshot_at", value(word, left));
                case "--partial" -> parameters.put("mode", "partial");
                case "--dry-run" -> parameters.put("dry_run", "true");
                case "--url" -> service = value(word, left);
                default -> files.add(file(word));
            }
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("Name at least one file; see deploy/import --help.");
        }
        return new SendOrder(URI.create(service.replaceAll("/+$", "")), token, parameters, files);
    }

    private static String value(String option, List<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(option + " wants a value.");
        }
        return left.remove(0);
    }

    private static Path file(String word) {
        if (word.startsWith("--")) {
            throw new IllegalArgumentException("There is no option " + word + "; see deploy/import --help.");
        }
        var file = Path.of(word);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IllegalArgumentException(word + " is no file that can be read.");
        }
        return file;
    }

    /** Where a file goes. */
    URI target(Path file) {
        var all = new LinkedHashMap<>(parameters);
        all.put("name", file.getFileName().toString());
        var query = all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(service + "/api/v1/imports?" + query);
    }
}
