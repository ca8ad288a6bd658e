package org.quartermaster.system.manifest;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written for people says what the code says. */
class DocumentsTest {
    private static final Path ROOT = Manifests.DEPLOY.getParent();
    private static final Pattern READ =
            Pattern.compile("\\$\\{(QM_[A-Z_]+)|(?:getenv|getOrDefault)\\(\"(QM_[A-Z_]+)\"");
    private static final Pattern TOLD = Pattern.compile("`(QM_[A-Z_]+)`");
    private static final List<String> SERVICES = List.of("equipment", "vehicle", "catalog", "procurement");

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<Path> files(Path folder, String endings) {
        try (var found = Files.walk(folder)) {
            return found.filter(file -> file.toString().matches(".*[.](" + endings + ")")).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<Path> sources() {
        var services = SERVICES.stream().map(service -> ROOT.resolve(service + "-service"));
        var modules = Stream.concat(services, Stream.of(ROOT.resolve("platform")));
        return Stream.concat(
                modules.flatMap(module -> files(module.resolve("src/main"), "java|properties")),
                files(Manifests.DEPLOY.resolve("compose"), "yaml"));
    }

    private static TreeSet<String> all(Pattern pattern, Stream<Path> files) {
        return files.flatMap(file -> pattern.matcher(text(file)).results())
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(toCollection(TreeSet::new));
    }

    @Test
    void everyVariableThatIsReadIsToldOfAndNoOther() {
        var told = all(TOLD, Stream.of(ROOT.resolve("docs/configuration.md")));

        assertThat(told).isEqualTo(all(READ, sources()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"equipment", "vehicle", "catalog", "procurement"})
    void eachPackageOfAServiceIsNamed(String service) throws IOException {
        var home = ROOT.resolve(service + "-service");
        var named = Pattern.compile("`([a-z]+)`")
                .matcher(text(home.resolve("README.md")))
                .results()
                .map(MatchResult::group)
                .toList();

        try (var packages = Files.list(home.resolve("src/main/java/org/quartermaster/" + service))) {
            assertThat(packages.filter(Files::isDirectory).map(found -> "`" + found.getFileName() + "`"))
                    .isSubsetOf(named);
        }
    }

    @Test
    void aPageIsNotLongerThanAScreenOrTwo() {
        assertThat(text(ROOT.resolve("README.md")).lines()).hasSizeLessThanOrEqualTo(150);
        assertThat(SERVICES)
                .allMatch(service -> text(ROOT.resolve(service + "-service/README.md"))
                                .lines()
                                .count()
                        <= 40);
    }
}
