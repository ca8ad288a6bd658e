package org.quartermaster.platform.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The messages of the platform and a service are those that their code uses; a service's test extends it. */
public abstract class MessagesContract {
    private static final List<String> BUNDLES = List.of("messages", "service_messages");
    private static final List<String> SERVICES =
            List.of("equipment-service", "vehicle-service", "procurement-service", "catalog-service");
    private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("../platform/src/main/java"));
    private static final Path CONSTRAINTS = Path.of("src/main/resources/constraints.properties");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9_]*(?:\\.[a-z0-9_]+)*[_.]?)\"");
    private static final Pattern ENDING = Pattern.compile("\"(\\.[a-z][a-z0-9_]*)\"");
    private static final Pattern CODE = Pattern.compile("(?:new ProblemType\\(\\d+,|new (?:\\w+\\.)?Wrong\\("
            + "|Problem\\.invalid\\([^,;]+,|new FieldError\\([^,;]+,|JobError\\.of\\([^,;]+,[^,;]+,)\\s*"
            + LITERAL.pattern());

    private static final Pattern CONSTRAINT = Pattern.compile("(?m)^\\w+=\\d+ (\\S+) ");

    private static final Pattern KEY = Pattern.compile("(?m)^([^#\\s=]+) *=");

    private String code;
    private String constraints;

    @BeforeEach
    void readTheCode() throws IOException {
        code = read(SOURCES);
        constraints = Files.readString(CONSTRAINTS);
    }

    private static String read(List<Path> folders) throws IOException {
        var texts = new ArrayList<String>();
        for (var folder : folders) {
            try (var files = Files.walk(folder)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    texts.add(Files.readString(file));
                }
            }
        }
        return String.join("\n", texts);
    }

    private static Set<String> keys(String bundle) throws IOException {
        var properties = new Properties();
        try (InputStream file = MessagesContract.class.getResourceAsStream("/" + bundle + ".properties")) {
            properties.load(file);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static Set<String> allKeys() throws IOException {
        var all = new TreeSet<String>();
        for (var bundle : BUNDLES) {
            all.addAll(keys(bundle));
        }
        return all;
    }

    private static Set<String> found(Pattern pattern, String text) {
        var words = new TreeSet<String>();
        pattern.matcher(text).results().forEach(match -> words.add(match.group(1)));
        return words;
    }

    private static Set<String> without(Collection<String> words, Collection<String> known) {
        var rest = new TreeSet<>(words);
        rest.removeAll(known);
        return rest;
    }

    @Test
    void everyTextStandsInBothLanguages() throws IOException {
        for (var bundle : BUNDLES) {
            assertEquals(keys(bundle), keys(bundle + "_ar"), bundle);
        }
    }

    @Test
    void everyCodeHasAText() throws IOException {
        var codes = found(CODE, code);
        codes.addAll(found(CONSTRAINT, constraints));

        assertEquals(Set.of(), without(codes, allKeys()));
    }

    @Test
    void everyTextIsUsed() throws IOException {
        assertEquals(Set.of(), unused(keys("service_messages"), code + "\n" + constraints));
    }

    @Test
    void everyTextOfThePlatformIsUsedByItOrByOneOfTheServices() throws IOException {
        var folders = new ArrayList<>(SOURCES);
        SERVICES.forEach(service -> folders.add(Path.of("..", service, "src/main/java")));

        assertEquals(Set.of(), unused(keys("messages"), read(folders)));
    }

    /** A code may also be put together, such as {@code "scan_" + key} or {@code system + ".unknown"}. */
    private static Set<String> unused(Set<String> keys, String text) {
        var words = found(LITERAL, text);
        words.addAll(found(CONSTRAINT, text));
        var beginnings = words.stream()
                .filter(word -> word.endsWith("_") || word.endsWith("."))
                .toList();
        var endings = found(ENDING, text);
        var unused = without(keys, words);
        unused.removeIf(key -> beginnings.stream().anyMatch(key::startsWith)
                || endings.stream().anyMatch(key::endsWith));
        return unused;
    }

    /** NB: of two texts with one key the second would be taken without a word. */
    @Test
    void everyTextStandsOnce() throws IOException {
        for (var file : List.of("service_messages.properties", "service_messages_ar.properties")) {
            var keys = new ArrayList<String>();
            KEY.matcher(Files.readString(Path.of("src/main/resources", file)))
                    .results()
                    .forEach(match -> keys.add(match.group(1)));
            var seen = new TreeSet<String>();
            keys.removeIf(seen::add);
            assertEquals(List.of(), keys, file);
        }
    }
}
