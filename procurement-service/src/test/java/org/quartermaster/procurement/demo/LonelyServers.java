package org.quartermaster.procurement.demo;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.Map;
import org.quartermaster.local.ScratchDatabase;

/** What the local stack gives a service whose NATS has not come: an empty database, and an address where nobody answers. */
public final class LonelyServers implements QuarkusTestResourceLifecycleManager {
    private ScratchDatabase database;

    @Override
    public Map<String, String> start() {
        try {
            database = ScratchDatabase.start("procurement");
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return Map.of(
                "qm.db.url", database.jdbcUrl().substring("jdbc:".length()),
                "qm.nats.url", "nats://127.0.0.1:" + freePort(),
                "qm.auth", "demo",
                "qm.job.poll", "PT0.2S",
                "quarkus.http.host", "127.0.0.1");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void stop() {
        try {
            database.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
