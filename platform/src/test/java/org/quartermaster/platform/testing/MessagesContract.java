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
    private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("../platform/src/main/java"));
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9_]*)\"");
    private static final Pattern CODE = Pattern.compile("(?:new ProblemType\\(\\d+,|new (?:\\w+\\.)?Wrong\\("
            + "|Problem\\.invalid\\([^,;]+,|new FieldError\\([^,;]+,|JobError\\.of\\([^,;]+,[^,;]+,)\\s*"
            + LITERAL.pattern());

    private String code;

    @BeforeEach
    void readTheCode() throws IOException {
        var texts = new ArrayList<String>();
        for (var folder : SOURCES) {
            try (var files = Files.walk(folder)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    texts.add(Files.readString(file));
                }
            }
        }
        code = String.join("\n", texts);
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

    private Set<String> found(Pattern pattern) {
        var words = new TreeSet<String>();
        pattern.matcher(code).results().forEach(match -> words.add(match.group(1)));
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
        assertEquals(Set.of(), without(found(CODE), allKeys()));
    }

    /** A code may also be put together, such as {@code "scan_" + key}. */
    @Test
    void everyTextIsUsed() throws IOException {
        var words = found(LITERAL);
        var beginnings = words.stream().filter(word -> word.endsWith("_")).toList();
        var unused = without(allKeys(), words);

        unused.removeIf(key -> beginnings.stream().anyMatch(key::startsWith));

        assertEquals(Set.of(), unused);
    }
}
