package org.quartermaster.platform.event;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quartermaster.platform.testing.Eventually.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a relay must stand: competition, death and sleep. */
class RelayUnderFireTest {
    private static final int WRITERS = 8;
    private static final int PAUSE_MILLIS = 15; // about 500 changes a second
    private static final int ENTITIES = 40;
    private static final int DISTURBANCES = 2 * Integer.getInteger("kills");

    private final AtomicReference<RelayProcess> active = new AtomicReference<>();
    private final AtomicBoolean writing = new AtomicBoolean(true);

    private static void assertStreamIsOutbox(OutboxFixture outbox, List<JsonNode> stream) throws SQLException {
        var ids = stream.stream().map(event -> event.get("id").textValue()).toList();

        assertEquals(outbox.idsInOutbox(), new HashSet<>(ids), "every event of the outbox, and no other");
        assertEquals(new HashSet<>(ids).size(), ids.size(), "no event twice");
        versions(stream)
                .forEach((entity, versions) -> assertEquals(
                        IntStream.rangeClosed(1, versions.size()).boxed().toList(), versions, "versions of " + entity));
    }

    private static Map<String, List<Integer>> versions(List<JsonNode> stream) {
        return stream.stream()
                .collect(groupingBy(
                        event -> event.get("subject").textValue(),
                        mapping(event -> event.get("version").intValue(), toList())));
    }

    private static void awaitPublished(OutboxFixture outbox, long left) {
        await("an outbox with " + left + " rows to publish").until(() -> outbox.unpublished() == left);
    }

    private List<Future<Integer>> write(OutboxFixture outbox, ExecutorService threads) {
        Callable<Integer> writer = () -> {
            var changes = 0;
            try (var connection = outbox.app()) {
                for (; writing.get(); changes++) {
                    outbox.change(connection, "e" + (int) (Math.random() * ENTITIES), "");
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
            return changes;
        };
        return IntStream.range(0, WRITERS).mapToObj(i -> threads.submit(writer)).toList();
    }

    /** Kills the active relay and starts another, or puts it to sleep, shortly or until it has lost its place. */
    private RelayProcess disturb(int round, Map<String, String> configuration) throws Exception {
        await("an active relay").until(() -> active.get() != null);
        Thread.sleep(200);
        var victim = active.get();
        if (round % 2 == 0) {
            victim.kill();
            active.compareAndSet(victim, null);
            return RelayProcess.start(configuration, active::set);
        }
        var takeover = round % 4 == 1;
        victim.signal("STOP");
        try {
            if (takeover) {
                await("another relay").until(() -> active.get() != victim);
            }
            Thread.sleep(300);
        } finally {
            victim.signal("CONT");
        }
        return null;
    }

    @Test
    void nothingIsLostDoubledOrMovedWhileRelaysDieAndSleep() throws Exception {
        var outbox = OutboxFixture.create("fire");
        var configuration = outbox.configuration("qm.nats.lease", "PT0.7S", "qm.nats.poll", "PT0.1S");
        var relays = new ArrayList<>(List.of(
                RelayProcess.start(configuration, active::set), RelayProcess.start(configuration, active::set)));
        var threads = Executors.newFixedThreadPool(WRITERS);
        try {
            var writers = write(outbox, threads);
            for (var round = 0; round < DISTURBANCES; round++) {
                var started = disturb(round, configuration);
                if (started != null) {
                    relays.add(started);
                }
            }
            writing.set(false);
            for (var writer : writers) {
                writer.get();
            }
            awaitPublished(outbox, 0);
        } finally {
            threads.shutdownNow();
            for (var relay : relays) {
                relay.kill();
            }
        }

        assertStreamIsOutbox(outbox, outbox.stream());
    }

    @Test
    void aCommitOnAnotherReplicaWakesTheActiveRelay() throws Exception {
        var outbox = OutboxFixture.create("awake");
        var config = RelayProcess.config(outbox.configuration("qm.nats.poll", "PT1H", "qm.nats.lease", "PT2H"));
        var natsOfOther = new NatsConnection(config);
        var other = new Wake(config, natsOfOther);
        var nats = new NatsConnection(config);
        var relay = RelayProcess.relay(config, nats, new Wake(config, nats));
        try (var connection = outbox.app()) {
            outbox.change(connection, "first", "");
            relay.start(null);
            awaitPublished(outbox, 0);
            natsOfOther.connected();
            outbox.change(connection, "second", "");

            other.up();

            awaitPublished(outbox, 0);
        } finally {
            relay.stop(null);
            nats.close();
            natsOfOther.close();
        }
    }

    @Test
    void anEventThatIsTooLargeStopsItsEntityAlone() throws Exception {
        var outbox = OutboxFixture.create("large");
        try (var connection = outbox.app();
                var relay = Running.start(outbox)) {
            outbox.change(connection, "huge", "x".repeat(2_000_000));
            outbox.change(connection, "huge", "");
            outbox.change(connection, "small", "");

            awaitPublished(outbox, 2);

            assertEquals(List.of("small"), List.copyOf(versions(outbox.stream()).keySet()));
        }
    }

    @Test
    void replayedEventsComeAgainInTheirOrderBeforeNewerOnes() throws Exception {
        var outbox = OutboxFixture.create("again");
        try (var connection = outbox.app();
                var relay = Running.start(outbox)) {
            for (var i = 0; i < 5; i++) {
                outbox.change(connection, "one", "");
            }
            awaitPublished(outbox, 0);

            outbox.replay();
            outbox.change(connection, "one", "");
            awaitPublished(outbox, 0);
            outbox.replay();
            awaitPublished(outbox, 0);

            assertEquals(
                    List.of(1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6),
                    versions(outbox.stream()).get("one"));
            assertTrue(outbox.idsInOutbox().size() == 6);
        }
    }

    @Test
    void theSlowLaneLetsOthersPassAndKeepsTheOrderOfEachEntity() throws Exception {
        var outbox = OutboxFixture.create("lanes");
        try (var connection = outbox.app()) {
            outbox.change(connection, "bulk2", "");
            for (var i = 0; i < 900; i++) {
                outbox.change(connection, "bulk" + i % 300, "", 1);
            }
            outbox.change(connection, "bulk1", "");
            outbox.change(connection, "other", "");
        }

        try (var relay = Running.start(outbox)) {
            awaitPublished(outbox, 0);
        }

        var stream = outbox.stream();
        assertEquals(
                List.of("bulk2", "other"),
                stream.stream()
                        .limit(2)
                        .map(event -> event.get("subject").textValue())
                        .toList());
        assertStreamIsOutbox(outbox, stream);
    }

    /** A relay in this process, for the length of a test. */
    private record Running(Relay relay, NatsConnection nats) implements AutoCloseable {
        static Running start(OutboxFixture outbox) {
            var config = RelayProcess.config(outbox.configuration("qm.nats.poll", "PT0.1S"));
            var nats = new NatsConnection(config);
            var relay = RelayProcess.relay(config, nats, new Wake(config, nats));
            relay.start(null);
            return new Running(relay, nats);
        }

        @Override
        public void close() throws InterruptedException {
            relay.stop(null);
            nats.close();
        }
    }
}
