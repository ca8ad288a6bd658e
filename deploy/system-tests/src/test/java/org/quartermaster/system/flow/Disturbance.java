package org.quartermaster.system.flow;

import io.nats.client.JetStreamApiException;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.quartermaster.local.LocalServers;
import org.quartermaster.system.Platform;
import org.quartermaster.system.ServiceDatabase;
import org.quartermaster.system.Streams;

/** What happens around a step from one service to another. */
enum Disturbance {
    NONE {
        @Override
        void around(Platform platform, String from, String to, Step step) throws Exception {
            step.run();
        }
    },

    /** Every event comes a second time. */
    DELIVERED_TWICE {
        @Override
        void around(Platform platform, String from, String to, Step step) throws Exception {
            step.run();
        }

        @Override
        void after() throws IOException, InterruptedException, JetStreamApiException {
            deliverAgain();
        }
    },

    NATS_AWAY {
        @Override
        void around(Platform platform, String from, String to, Step step) throws Exception {
            LocalServers.nats().stop();
            try {
                step.run();
            } finally {
                LocalServers.nats().start();
            }
        }
    },

    SENDER_KILLED {
        @Override
        void around(Platform platform, String from, String to, Step step) throws Exception {
            step.run();
            platform.kill(from);
            platform.start(from);
        }
    },

    /** The other service is killed while it handles the event: a lock holds it there. */
    RECEIVER_KILLED {
        @Override
        void around(Platform platform, String from, String to, Step step) throws Exception {
            var database = new ServiceDatabase(to);
            try (var held = database.hold("platform.inbox", false)) {
                step.run();
                database.awaitStatement("%insert into platform.inbox%", true);
                platform.kill(to);
            }
            platform.start(to);
        }
    },

    /** Whoever asks is answered by both replicas of a service in turn. */
    TWO_REPLICAS {
        @Override
        void around(Platform platform, String from, String to, Step step) throws Exception {
            platform.startSecond();
            step.run();
        }
    },

    /** NATS is away at first, both services are killed, and in the end every event comes a second time. */
    ALL_AT_ONCE {
        @Override
        void around(Platform platform, String from, String to, Step step) throws Exception {
            LocalServers.nats().stop();
            try {
                step.run();
                platform.kill(from);
                platform.start(from);
            } finally {
                LocalServers.nats().start();
            }
            platform.kill(to);
            platform.start(to);
        }

        @Override
        void after() throws IOException, InterruptedException, JetStreamApiException {
            deliverAgain();
        }
    };

    /** What one service is asked. */
    @FunctionalInterface
    interface Step {
        void run() throws Exception;
    }

    /** Those that this run tries: a calm pass and the last one, or with the profile {@code faults} each. */
    static Stream<Disturbance> chosen() {
        return Arrays.stream(System.getProperty("disturbances").split(",")).map(Disturbance::valueOf);
    }

    /** Takes a step in one service, of which the other is to hear. */
    abstract void around(Platform platform, String from, String to, Step step) throws Exception;

    /** Waits until nothing more comes. */
    void after() throws IOException, InterruptedException, JetStreamApiException {
        Streams.ofAll().awaitAllHeard();
    }

    private static void deliverAgain() throws IOException, InterruptedException, JetStreamApiException {
        Streams.ofAll().awaitAllHeard();
        Streams.ofAll().deliverAllAgain();
        Streams.ofAll().awaitAllHeard();
    }
}
