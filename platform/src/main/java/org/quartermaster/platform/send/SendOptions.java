package org.quartermaster.platform.send;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The options that a command which sends files knows, beside {@code --url}, and how its words are read. */
public final class SendOptions {
    private static final String HINT = "; see deploy/import --help.";

    private final String local;
    private final Map<String, Option> options = new HashMap<>();

    /** @param value null where it is the next word */
    private record Option(String parameter, String value) {}

    /** @param local where the service is when {@code --url} does not say otherwise */
    public SendOptions(String local) {
        this.local = local;
    }

    /** An option such as {@code --source NAME}, whose word becomes the parameter. */
    public SendOptions with(String option, String parameter) {
        options.put(option, new Option(parameter, null));
        return this;
    }

    /** An option without a word, such as {@code --dry-run}, that gives the parameter a value. */
    public SendOptions with(String option, String parameter, String value) {
        options.put(option, new Option(parameter, value));
        return this;
    }

    /**
     * What the words of a call ask for.
     *
     * @param token of the one who sends, or null
     * @throws IllegalArgumentException with what is wrong, for people
     */
    SendOrder read(String token, String... words) {
        var service = local;
        var parameters = new LinkedHashMap<String, String>();
        var files = new ArrayList<Path>();
        var left = new ArrayList<>(Arrays.asList(words));
        while (!left.isEmpty()) {
            var word = left.remove(0);
            var option = options.get(word);
            if (word.equals("--url")) {
                service = value(word, left);
            } else if (option != null) {
                parameters.put(option.parameter(), option.value() == null ? value(word, left) : option.value());
            } else {
                files.add(file(word));
            }
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("Name at least one file" + HINT);
        }
        return new SendOrder(URI.create(service.replaceAll("/+$", "")), token, parameters, files);
    }

    private static String value(String option, List<String> left) {
        if (left.isEmpty() || left.get(0).startsWith("--")) {
            throw new IllegalArgumentException(option + " wants a value" + HINT);
        }
        return left.remove(0);
    }

    private static Path file(String word) {
        if (word.startsWith("--")) {
            throw new IllegalArgumentException("There is no option " + word + HINT);
        }
        var file = Path.of(word);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IllegalArgumentException(word + " is no file that can be read.");
        }
        return file;
    }
}
