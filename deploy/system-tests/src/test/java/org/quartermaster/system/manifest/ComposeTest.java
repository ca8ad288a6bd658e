package org.quartermaster.system.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What Docker Compose starts. */
class ComposeTest {
    private static final Path FOLDER = Manifests.DEPLOY.resolve("compose");
    private static final JsonNode COMPOSE = Manifests.read(FOLDER.resolve("compose.yaml"));
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{(\\w+):\\?");
    private static final Pattern MADE = Pattern.compile("QM_\\w+");

    private static List<String> found(Pattern pattern, int group, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> result.group(group))
                .distinct()
                .toList();
    }

    @Test
    void everySecretThatIsRequiredIsMadeAtTheFirstStart() throws Exception {
        var up = Files.readString(FOLDER.resolve("up"));
        var made = new ArrayList<>(found(MADE, 0, up));
        Pattern.compile("for name in (.*); do")
                .matcher(up)
                .results()
                .map(MatchResult::group)
                .forEach(line -> found(Pattern.compile("[A-Z]{2,}"), 0, line)
                        .forEach(name -> made.add("QM_" + name + "_PASSWORD")));

        assertThat(found(REQUIRED, 1, Files.readString(FOLDER.resolve("compose.yaml"))))
                .isNotEmpty()
                .isSubsetOf(made);
    }

    @Test
    void everyFileAndVolumeThatIsMountedIsThere() {
        for (var service : COMPOSE.path("services")) {
            for (var mount : service.path("volumes")) {
                var source = mount.asText().split(":")[0];
                assertThat(
                                source.startsWith(".")
                                        ? Files.exists(FOLDER.resolve(source))
                                        : COMPOSE.path("volumes").has(source))
                        .as(mount.asText())
                        .isTrue();
            }
        }
    }

    @Test
    void everyImageHasItsExactVersion() {
        assertThat(COMPOSE.path("services").findValues("image"))
                .extracting(JsonNode::asText)
                .hasSizeGreaterThan(6)
                .allMatch(image -> image.matches("[^:]+:(v?\\d+[.]\\d.*|\\$\\{QM_VERSION:-\\d.*})"));
    }

    @Test
    void prometheusAsksEveryServiceThatRuns() {
        var asked = Manifests.read(FOLDER.resolve("prometheus/prometheus.yml"))
                .path("scrape_configs")
                .get(0)
                .path("static_configs");
        var targets = new ArrayList<String>();
        asked.forEach(config -> targets.add(config.path("targets").get(0).asText()));

        assertThat(targets).isNotEmpty().allSatisfy(target -> {
            var service = COMPOSE.path("services").path(target.split(":")[0]);
            assertThat(service.path("environment").path("QM_HTTP_PORT").asText())
                    .isEqualTo(target.split(":")[1]);
        });
        COMPOSE.path("services").properties().stream()
                .filter(service -> service.getValue().has("build"))
                .forEach(service -> assertThat(targets).anyMatch(target -> target.startsWith(service.getKey() + ":")));
    }
}
