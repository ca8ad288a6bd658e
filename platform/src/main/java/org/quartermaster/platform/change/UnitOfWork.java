package org.quartermaster.platform.change;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.impl.SqlClientConnection;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.security.Caller;

/** One transaction of one caller, and what it changes. */
public final class UnitOfWork {
    private final Mutiny.Session session;
    private final Caller caller;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final List<Change> changes = new ArrayList<>();
    private final List<Runnable> afterCommit;

    /** @param afterCommit the list of the whole transaction */
    UnitOfWork(Mutiny.Session session, Caller caller, List<Runnable> afterCommit) {
        this.session = session;
        this.caller = caller;
        this.afterCommit = afterCommit;
    }

    /** The session that entities are read, kept and locked in. */
    public Mutiny.Session session() {
        return session;
    }

    /** Runs one statement with {@code $1} parameters over the connection of this transaction. */
    public Uni<RowSet<Row>> run(String sql, Object... parameters) {
        return runAll(List.of(Query.of(sql, parameters))).map(results -> results.get(0));
    }

    /**
     * Runs set-based statements in one round trip over the connection of this transaction.
     * NB: what the session has pending is written before; entities that these statements change must be refreshed.
     */
    public Uni<List<RowSet<Row>>> runAll(List<Query> queries) {
        return session.flush().chain(() -> Uni.createFrom().completionStage(() -> {
            var connection = plain();
            var results = queries.stream()
                    .map(query -> Future.fromCompletionStage(connection.preparedQuery(query.sql(), query.parameters())))
                    .toList();
            return Future.join(results).map(all -> all.<RowSet<Row>>list()).toCompletionStage();
        }));
    }

    /** NB: a batch of one means the connection itself, without the one that gathers batches before it. */
    private SqlClientConnection plain() {
        var connection = ((MutinySessionImpl) session).getReactiveConnection();
        return (SqlClientConnection) connection.withBatchSize(1);
    }

    /** Whose transaction it is; its rows are those of the tenant of this caller. */
    public Caller caller() {
        return caller;
    }

    /** The one time of this transaction, in microseconds as PostgreSQL keeps it. */
    public Instant now() {
        return now;
    }

    /** Notes a change; its audit row and event are written when the work is done, in the same transaction. */
    public void changed(Change change) {
        changes.add(change);
    }

    /** Notes what is to run once the transaction is committed, and never when it is rolled back, such as a count. */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    List<Change> changes() {
        return changes;
    }

    List<Runnable> afterCommit() {
        return afterCommit;
    }
}
