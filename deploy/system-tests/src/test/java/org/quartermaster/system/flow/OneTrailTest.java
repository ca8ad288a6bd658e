package org.quartermaster.system.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.quartermaster.system.Newcomer;
import org.quartermaster.system.OnCommonPlatform;
import org.quartermaster.system.Platform;

/** Flow F5: what is changed in any service is heard there, by its organization alone, and kept with who changed it. */
@OnCommonPlatform
class OneTrailTest {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final List<String> SHARED = List.of("tenant_demo", "public");

    private static Platform platform;

    private final Member stranger = new Member(platform, null);
    private final Map<String, List<ChangeStream.Heard>> heard = new HashMap<>();
    private Member member;

    @BeforeAll
    static void start(Platform common) {
        platform = common;
    }

    @BeforeEach
    void join() throws Exception {
        member = new Member(platform, Newcomer.of(platform).token());
    }

    /** Renames the thing of a service while somebody listens. */
    private void renameAloud(String service) throws Exception {
        try (var stream = member.listen(service, null)) {
            member.rename(service, "First " + service);
            heard.computeIfAbsent(service, none -> new ArrayList<>()).add(stream.first(member.thing(service)));
        }
    }

    /** Goes on listening after the first change. */
    private void listenAgain(String service) throws Exception {
        var changes = heard.get(service);
        try (var stream = member.listen(service, changes.get(0).place())) {
            changes.add(stream.first(member.thing(service)));
        }
    }

    private void expectOfEach(String service, String user) {
        var changes = heard.get(service);
        assertThat(changes.get(1).id())
                .as("what comes after the first change")
                .isNotEqualTo(changes.get(0).id());
        for (var change : changes) {
            assertThat(change.event().path("type").asText()).endsWith(".updated.v1");
            assertThat(change.event().path("actorid").asText()).isEqualTo(user);
            assertThat(change.event().path("data").path("changed").valueStream())
                    .extracting(name -> name.asText())
                    .contains(member.renamed(service));
        }
    }

    private List<String> traced(String service, String user) {
        return member.trail(service)
                .valueStream()
                .filter(entry -> entry.path("actor").asText().equals(user)
                        && entry.path("changed").toString().contains(member.renamed(service)))
                .map(entry -> entry.path("event_id").asText())
                .toList();
    }

    private String[] idsOf(String service) {
        return heard.get(service).stream().map(ChangeStream.Heard::id).toArray(String[]::new);
    }

    @Disturbed
    void aChangeIsHeardWhereItWasMadeAndTheTrailShowsWhoMadeIt(Disturbance disturbance) throws Exception {
        var user = member.user();
        for (var service : Platform.SERVICES) {
            renameAloud(service);
        }

        disturbance.around(
                platform,
                "vehicle",
                "procurement",
                () -> Platform.SERVICES.forEach(service -> member.rename(service, "Second " + service)));

        for (var service : Platform.SERVICES) {
            listenAgain(service);
            expectOfEach(service, user);
            await("the trail of " + service).atMost(LONGEST).untilAsserted(() -> assertThat(traced(service, user))
                    .contains(idsOf(service)));
        }
        disturbance.after();
        for (var service : Platform.SERVICES) {
            assertThat(traced(service, user)).as("the trail of " + service).containsOnlyOnce(idsOf(service));
            hearNothingElsewhere(service);
        }
    }

    private void hearNothingElsewhere(String service) throws Exception {
        try (var stream = stranger.listen(service, heard.get(service).get(0).place())) {
            stranger.rename(service, "Other " + service + System.nanoTime() % 100_000);
            stream.first(stranger.thing(service));
            assertThat(stream.all())
                    .extracting(change -> change.event().path("tenantid").asText())
                    .isSubsetOf(SHARED);
        }
    }
}
