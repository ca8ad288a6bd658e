package org.quartermaster.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Nats;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("try") // jnats declares InterruptedException on close
class LocalServersTest {
    private static final String SERVICE = "probe";

    @Test
    void trigramsOfCyrillicWork() throws SQLException {
        assertFalse(ask("select show_trgm('школа')::text").equals("{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"probe_owner", "probe_app", "probe_system", "probe_search"})
    void rolesAreBoundByRowLevelSecurity(String role) throws SQLException {
        String rights = ask("select rolsuper or rolbypassrls from pg_roles where rolname = '" + role + "'");

        assertEquals("f", rights);
    }

    @Test
    void bootstrapTwiceIsFine() throws SQLException {
        int port = URI.create(LocalServers.databaseUrl(SERVICE)).getPort();

        DatabaseBootstrap.embedded(port).run(SERVICE);

        assertEquals("1", ask("select count(*) from pg_database where datname = 'probe'"));
    }

    @Test
    void ownerHandsFunctionsToTheSearchRole() throws SQLException {
        String url = "jdbc:" + LocalServers.databaseUrl(SERVICE);
        try (var owner = DriverManager.getConnection(url, "probe_owner", null);
                var statement = owner.createStatement()) {
            statement.execute("grant create on schema public to probe_search");
            statement.execute("create or replace function handed() returns int language sql return 1");
            statement.execute("alter function handed() owner to probe_search");
        }

        assertEquals("probe_search", ask("select proowner::regrole from pg_proc where proname = 'handed'"));
    }

    @Test
    void natsKeepsItsStreamOverStopAndKill() throws Exception {
        NatsServer nats = LocalServers.nats();
        String url = nats.url();
        publishOne(url);

        nats.stop();
        nats.start();
        assertEquals(1, messages(url));
        nats.kill();
        nats.start();

        assertEquals(1, messages(url));
        assertTrue(url.equals(LocalServers.natsUrl()));
    }

    private static void publishOne(String url) throws IOException, InterruptedException, JetStreamApiException {
        try (Connection connection = Nats.connect(url)) {
            connection
                    .jetStreamManagement()
                    .addStream(StreamConfiguration.builder()
                            .name("PROBE")
                            .subjects("probe.>")
                            .storageType(StorageType.File)
                            .build());
            connection.jetStream().publish("probe.one", new byte[] {1});
        }
    }

    private static long messages(String url) throws IOException, InterruptedException, JetStreamApiException {
        try (Connection connection = Nats.connect(url)) {
            return connection
                    .jetStreamManagement()
                    .getStreamInfo("PROBE")
                    .getStreamState()
                    .getMsgCount();
        }
    }

    private static String ask(String sql) throws SQLException {
        try (var connection = LocalServers.adminConnection(SERVICE);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
