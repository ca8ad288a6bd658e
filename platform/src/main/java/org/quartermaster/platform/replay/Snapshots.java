package org.quartermaster.platform.replay;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.security.Caller;

/** Publishes the present state of the reference entities when it is asked to; through the outbox, so in order. */
@ApplicationScoped
class Snapshots {
    private static final int FETCH = 1_000;
    private static final int TELL_EVERY = 100;

    private final SystemConnection database;
    private final Instance<ReferenceEntities> kinds;
    private final Writes writes;

    @Inject
    Snapshots(SystemConnection database, @Any Instance<ReferenceEntities> kinds, Writes writes) {
        this.database = database;
        this.kinds = kinds;
        this.writes = writes;
    }

    /** NB: the session keeps the lock, so it stays open until the request is finished. */
    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws SQLException {
        if (kinds.isUnsatisfied()) {
            return;
        }
        try (var connection = database.open()) {
            var requests = new SnapshotRequests(connection);
            var id = requests.take();
            if (id != null) {
                new Run(requests, id).all();
            }
        }
    }

    /** The work on one request. */
    private final class Run {
        private final SnapshotRequests requests;
        private final String id;
        private long done;

        Run(SnapshotRequests requests, String id) {
            this.requests = requests;
            this.id = id;
        }

        void all() throws SQLException {
            try (var keys = database.open()) {
                keys.setAutoCommit(false);
                for (var kind : kinds) {
                    each(keys, kind);
                }
                requests.finish(id, done, null);
                Log.infof("%s: %d snapshots", id, done);
            } catch (Throwable failed) {
                Log.errorf(failed, "%s failed after %d snapshots", id, done);
                requests.finish(id, done, failed.toString());
            }
        }

        private void each(Connection keys, ReferenceEntities kind) throws Throwable {
            try (var query = keys.prepareStatement(kind.keys())) {
                query.setFetchSize(FETCH);
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        note(kind, rows.getString(1), rows.getString(2));
                    }
                }
            }
        }

        private void note(ReferenceEntities kind, String tenant, String entityId) throws Throwable {
            VertxContextSupport.subscribeAndAwait(
                    () -> writes.write(Caller.system(tenant), unit -> kind.note(unit, entityId)));
            done++;
            if (done % TELL_EVERY == 0) {
                requests.advance(id, done);
            }
        }
    }
}
