package org.quartermaster.procurement.token;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.quartermaster.platform.db.OneReplica;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.token.KeySource;
import org.quartermaster.procurement.token.SigningKeyTable.Stored;

/** The signing keys as this replica knows them; read again every ten seconds, and rotated by one replica when it is time. */
@ApplicationScoped
class SigningKeys implements KeySource {
    private static final String TURN = "signing-keys";

    private final SigningKeyTable table;
    private final SystemConnection database;
    private final OneReplica replica;
    private volatile Known known;

    /** What is published, and the key that signs. */
    private record Known(List<Stored> stored, List<JsonWebKey> published, SigningKey active) {
        private boolean isDue() {
            return stored.stream().anyMatch(key -> key.isDue(Instant.now()));
        }
    }

    /**
     * @param active the key that signs
     * @param next the one that signs after it
     * @param nextFrom when it begins to
     */
    record Turn(String active, String next, Instant nextFrom) {}

    @Inject
    SigningKeys(SigningKeyTable table, SystemConnection database, OneReplica replica) {
        this.table = table;
        this.database = database;
        this.replica = replica;
    }

    void load(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent start) throws SQLException {
        try (var connection = database.open()) {
            table.begin(connection);
        }
        reload();
    }

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        if (known == null) {
            return;
        }
        try {
            reload();
            if (known.isDue()) {
                replica.run(TURN, table::turn);
                reload();
            }
        } catch (SQLException away) {
            Log.warnf("signing keys not read, the last reading holds: %s", away.getMessage());
        }
    }

    /** Has the next key sign as soon as every verifier knows it, which is now or within minutes. Blocking. */
    Turn rotate() throws SQLException {
        try (var connection = database.open()) {
            table.ask(connection);
            table.turn(connection);
        }
        reload();
        var next = stored("next");
        return new Turn(active().id(), next.kid(), next.activateAfter());
    }

    private void reload() throws SQLException {
        List<Stored> stored;
        try (var connection = database.open()) {
            stored = table.read(connection);
        }
        var published =
                stored.stream().map(key -> SigningKey.parse(key.publicText())).toList();
        var active = stored.stream()
                .filter(key -> key.state().equals("active"))
                .findFirst()
                .orElseThrow();
        var same = known != null && known.active().id().equals(active.kid());
        known = new Known(stored, published, same ? known.active() : table.open(active));
    }

    private Stored stored(String state) {
        return known.stored().stream()
                .filter(key -> key.state().equals(state))
                .findFirst()
                .orElseThrow();
    }

    /** The key that signs. */
    SigningKey active() {
        return known.active();
    }

    @Override
    public List<JsonWebKey> keys() {
        var now = known;
        return now == null ? List.of() : now.published();
    }
}
