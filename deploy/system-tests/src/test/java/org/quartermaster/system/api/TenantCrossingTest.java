package org.quartermaster.system.api;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.quartermaster.system.Platform;
import org.quartermaster.system.Visitor;

/**
 * Another organization asks every operation of the documents for rows of the demo organization, by path, by question
 * and by body: it is to hear what it hears of rows that do not exist, and no row is to change.
 */
class TenantCrossingTest {
    private static final List<String> SERVICES = Platform.SERVICES;

    @TempDir
    private static Path folder;

    private static Platform platform;
    private static String token;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start(folder, "demo");
        var stranger = new Visitor(platform.port("procurement"), "v" + UUID.randomUUID() + "@example.com");
        stranger.register(null);
        stranger.signIn(null);
        stranger.buy("professional");
        stranger.signIn(null);
        token = stranger.token();
        for (var service : SERVICES) {
            await(service + " knows the issuer's keys")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> Visitor.get(platform.port(service), "/api/v1/jobs", token) == 200);
        }
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void rowsOfAnotherOrganizationAreAsIfTheyWereNot(String service) throws Exception {
        try (var wire = new Wire(platform.port(service))) {
            var operations = Documents.of(service);
            MoreRows.make(service, wire);
            var rows = new Discovery(operations, wire).explore();
            var crossing = new Crossing(wire, rows, token);
            var before = TenantRows.atRest(service);

            var leaks = new ArrayList<String>();
            var untried = new ArrayList<String>();
            for (var operation : operations) {
                if (!PublicRows.isPublic(operation)) {
                    leaks.addAll(crossing.leaksOf(operation));
                    if (!crossing.hasRows(operation)) {
                        untried.add(operation.toString());
                    }
                }
            }

            var changed = new HashSet<>(TenantRows.atRest(service).entrySet());
            changed.removeAll(before.entrySet());
            SoftAssertions.assertSoftly(softly -> {
                softly.assertThat(leaks).as("what was told").isEmpty();
                softly.assertThat(changed)
                        .as("tables whose rows of the demo changed")
                        .isEmpty();
                softly.assertThat(untried)
                        .as("operations on rows of which the demo has none")
                        .isEmpty();
            });
        }
    }
}
