package org.quartermaster.system.load;

import static org.awaitility.Awaitility.await;

import io.nats.client.api.StreamInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartermaster.local.NatsCluster;
import org.quartermaster.system.Platform;
import org.quartermaster.system.Streams;

/** Three NATS servers with a copy of each stream: the one that leads dies (SIGKILL) and comes back, again and again. */
class NatsClusterTest {
    private static final int KILLS = Integer.getInteger("kills");
    private static final List<String> SERVICES = List.of("procurement", "equipment");
    private static final String STREAM = Streams.name("equipment");
    private static final Duration LONGEST = Duration.ofMinutes(2);
    /** Events that are to come through before anything else is done. */
    private static final int SOME = 30;
    /** NB: each event and each answer of a consumer is written by three servers. */
    private static final Duration PACE = Duration.ofMillis(200);

    @TempDir
    Path folder;

    private NatsCluster cluster;

    @BeforeEach
    void start() throws IOException {
        cluster = NatsCluster.start(folder.resolve("cluster"));
    }

    @AfterEach
    void stop() throws IOException {
        cluster.close();
    }

    private Streams streams() {
        return new Streams(cluster.url(), SERVICES);
    }

    @SuppressWarnings("try") // jnats declares InterruptedException on close
    private StreamInfo stream() throws Exception {
        try (var nats = streams().connect()) {
            return nats.jetStreamManagement().getStreamInfo(STREAM);
        }
    }

    private String leader() throws Exception {
        return stream().getClusterInfo().getLeader();
    }

    private long published() throws Exception {
        return stream().getStreamState().getMsgCount();
    }

    /** Whether every node has all that the stream holds. */
    private boolean isWhole() throws Exception {
        return stream().getClusterInfo().getReplicas().stream()
                .allMatch(replica -> replica.isCurrent() && !replica.isOffline());
    }

    private void awaitMoreEvents() throws Exception {
        var before = published();
        await("the service publishes").atMost(LONGEST).ignoreExceptions().until(() -> published() > before + SOME);
    }

    private void loseTheLeader() throws Exception {
        awaitMoreEvents();
        var leader = leader();
        cluster.kill(leader);
        await("another node leads")
                .atMost(LONGEST)
                .ignoreExceptions()
                .until(() -> leader() != null && !leader().equals(leader));
        awaitMoreEvents();
        cluster.start(leader);
        await("the node that came back has caught up")
                .atMost(LONGEST)
                .ignoreExceptions()
                .until(this::isWhole);
    }

    @Test
    void whileOneOfThreeIsAwayEventsGoOnAndNoneIsLostOrDoubled() throws Exception {
        var environment = Map.of("QM_AUTH", "demo", "NATS_URL", cluster.url(), "QM_NATS_REPLICAS", "3");
        try (var platform = Platform.start(folder, SERVICES, environment);
                var load = Load.start(platform, new Random(1), PACE, Resource.MACHINE)) {
            await("a stream on three nodes")
                    .atMost(LONGEST)
                    .ignoreExceptions()
                    .until(() -> stream().getClusterInfo().getReplicas().size() == 2);
            for (var n = 0; n < KILLS; n++) {
                loseTheLeader();
            }
            load.end();

            var events = new Accounts(streams()).settle(load.writers());

            System.out.printf(
                    "%d leaders killed, %d writes acknowledged, %d events, %d delivered again, 0 lost%n",
                    KILLS, load.acknowledged(), events, streams().redeliveries());
        }
    }
}
