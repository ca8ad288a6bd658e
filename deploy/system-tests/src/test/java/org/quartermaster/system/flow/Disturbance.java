package org.quartermaster.system.flow;

import io.nats.client.JetStreamApiException;
import java.io.IOException;
import org.quartermaster.local.LocalServers;
import org.quartermaster.system.Platform;

/** What happens around a step from one service to another. */
enum Disturbance {
    NONE {
        @Override
        void around(Platform platform, String from, String to, Runnable step) {
            step.run();
        }

        @Override
        void after() {
            Streams.awaitAllHeard();
        }
    },

    /** NATS is away at first, both services are killed, and in the end every event comes a second time. */
    ALL_AT_ONCE {
        @Override
        void around(Platform platform, String from, String to, Runnable step) throws IOException {
            LocalServers.nats().stop();
            step.run();
            platform.kill(from);
            platform.start(from);
            LocalServers.nats().start();
            platform.kill(to);
            platform.start(to);
        }

        @Override
        void after() throws IOException, InterruptedException, JetStreamApiException {
            Streams.awaitAllHeard();
            Streams.deliverAllAgain();
            Streams.awaitAllHeard();
        }
    };

    /** Takes a step in one service, of which the other is to hear. */
    abstract void around(Platform platform, String from, String to, Runnable step) throws IOException;

    /** Waits until nothing more comes. */
    abstract void after() throws IOException, InterruptedException, JetStreamApiException;
}
