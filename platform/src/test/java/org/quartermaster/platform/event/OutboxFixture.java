package org.quartermaster.platform.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nats.client.Nats;
import io.nats.client.PullSubscribeOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.replay.Replay;

/** The database of a service that has nothing but an outbox, and what its stream holds. */
public final class OutboxFixture {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String service;

    private OutboxFixture(String service) {
        this.service = service;
    }

    public static OutboxFixture create(String service) throws SQLException {
        var fixture = new OutboxFixture(service);
        Flyway.configure()
                .dataSource("jdbc:" + LocalServers.databaseUrl(service), service + "_owner", "none")
                .locations("db/shared")
                .defaultSchema("public")
                .schemas("public", "platform")
                .load()
                .migrate();
        try (var connection = LocalServers.adminConnection(service);
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists entity (id text primary key, version int not null)");
            statement.execute("grant select, insert, update on entity to " + service + "_app");
        }
        return fixture;
    }

    /** Configuration of a relay; a test adds its own. */
    Map<String, String> configuration(String... more) {
        var properties = new TreeMap<>(Map.of(
                "qm.service",
                service,
                "qm.port",
                "0",
                "qm.health-name",
                service,
                "qm.db.url",
                LocalServers.databaseUrl(service),
                "qm.nats.url",
                LocalServers.natsUrl()));
        for (var i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        return properties;
    }

    /** Connections of the background workers, as the service opens them. */
    public SystemConnection system() {
        return new SystemConnection(RelayProcess.config(configuration()));
    }

    Connection app() throws SQLException {
        var connection =
                DriverManager.getConnection("jdbc:" + LocalServers.databaseUrl(service), service + "_app", "none");
        connection.setAutoCommit(false);
        return connection;
    }

    /** Changes an entity and writes its event, as a service does: the row's lock orders the events. */
    void change(Connection connection, String entity, String padding) throws SQLException {
        change(connection, entity, padding, 0);
    }

    /** As above, with its event in the given lane of the outbox. */
    void change(Connection connection, String entity, String padding, int lane) throws SQLException {
        var sql = """
                with tenant as (select set_config('app.tenant_id', 't', true) as id),
                changed as (
                  insert into entity (id, version) select ?, 1 from tenant
                  on conflict (id) do update set version = entity.version + 1 returning id, version)
                select version from changed
                """;
        try (var change = connection.prepareStatement(sql)) {
            change.setString(1, entity);
            try (var rows = change.executeQuery()) {
                rows.next();
                insert(connection, entity, rows.getInt(1), padding, lane);
            }
        }
        connection.commit();
    }

    private void insert(Connection connection, String entity, int version, String padding, int lane)
            throws SQLException {
        var sql = """
                insert into platform.outbox (event_id, tenant_id, entity, entity_id, subject, envelope, lane)
                values (?, 't', 'thing', ?, ?, ?, ?)
                """;
        var id = UUID.randomUUID();
        try (var insert = connection.prepareStatement(sql)) {
            insert.setObject(1, id);
            insert.setString(2, entity);
            insert.setString(3, "qm." + service + ".t.thing.changed");
            insert.setString(4, """
                    {"id":"%s","subject":"%s","version":%d,"padding":"%s"}""".formatted(id, entity, version, padding));
            insert.setInt(5, lane);
            insert.executeUpdate();
        }
    }

    long unpublished() throws SQLException {
        return Long.parseLong(ids("select count(*) from platform.outbox where published_at is null")
                .iterator()
                .next());
    }

    Set<String> idsInOutbox() throws SQLException {
        return ids("select event_id from platform.outbox");
    }

    private Set<String> ids(String sql) throws SQLException {
        try (var connection = LocalServers.adminConnection(service);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new HashSet<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    /** Asks for all published events once more, as {@code deploy/replay} does. */
    void replay() throws SQLException {
        try (var connection = LocalServers.adminConnection(service)) {
            Replay.from(connection, Instant.EPOCH);
        }
    }

    /** All events in the stream, in its order. */
    @SuppressWarnings("try") // jnats declares InterruptedException on close
    List<JsonNode> stream() throws Exception {
        try (var connection = Nats.connect(LocalServers.natsUrl())) {
            var stream = "QM_" + service.toUpperCase(Locale.ROOT);
            var total = connection
                    .jetStreamManagement()
                    .getStreamInfo(stream)
                    .getStreamState()
                    .getMsgCount();
            var subscription = connection
                    .jetStream()
                    .subscribe(
                            "qm." + service + ".>",
                            PullSubscribeOptions.builder().stream(stream).build());
            var found = new ArrayList<JsonNode>();
            while (found.size() < total) {
                for (var message : subscription.fetch(1_000, Duration.ofSeconds(2))) {
                    found.add(JSON.readTree(message.getData()));
                    message.ack();
                }
            }
            return found;
        }
    }
}
