package org.quartermaster.platform.db;

import io.netty.handler.flush.FlushConsolidationHandler;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.trace.Traces;

/**
 * Reads within one tenant: begin, the settings of tenant and user, the queries and commit go out together, so that a read costs
 * one network round trip and the settings cannot leak to the next user of the connection. So does a write that nobody is
 * told of.
 */
@ApplicationScoped
public final class TenantDatabase implements Reads {
    private static final String SET_TENANT =
            "select set_config('app.tenant_id', $1, true), set_config('app.user_id', $2, true)";
    private static final String BEGIN_READING = "begin read only";
    private static final String BEGIN_WRITING = "begin";
    private static final String BUNDLE = "bundle";

    private final Pool pool;
    private final Traces traces;

    @Inject
    TenantDatabase(Pool pool, Traces traces) {
        this.traces = traces;
        this.pool = pool;
    }

    /** One query and its parameters ({@code $1} and so on). */
    public record Query(String sql, Tuple parameters) {
        /** A query with its parameters in their order; none is an array by accident: cast one to {@code Object}. */
        public static Query of(String sql, Object... parameters) {
            return new Query(sql, Tuple.from(parameters));
        }
    }

    /** The rows of one query. */
    public Uni<RowSet<Row>> read(Caller caller, String sql, Object... parameters) {
        return readAll(caller, List.of(Query.of(sql, parameters))).map(results -> results.get(0));
    }

    /** The rows of several queries, which all see the tenant's rows alone. */
    @Override
    public Uni<List<RowSet<Row>>> readAll(Caller caller, List<Query> queries) {
        return transaction("read", BEGIN_READING, caller, queries);
    }

    /**
     * Statements that are all known beforehand, and change rows without an audit row or event; all of them or none.
     * NB: what anybody is to learn of is changed by {@code Writes}.
     */
    public Uni<List<RowSet<Row>>> writeAll(Caller caller, List<Query> statements) {
        return transaction("write", BEGIN_WRITING, caller, statements);
    }

    private Uni<List<RowSet<Row>>> transaction(String kind, String begin, Caller caller, List<Query> queries) {
        return traces.database(kind, queries.get(0).sql(), caller, traced -> Uni.createFrom()
                .completionStage(() -> pool.getConnection()
                        .compose(connection -> run(connection, begin, traced, queries))
                        .toCompletionStage()));
    }

    private static Future<List<RowSet<Row>>> run(
            SqlConnection connection, String begin, Caller caller, List<Query> queries) {
        bundle(connection);
        var begun = connection.query(begin).execute();
        var set = connection.preparedQuery(SET_TENANT).execute(Tuple.of(caller.tenant(), caller.subject()));
        var results = new ArrayList<Future<RowSet<Row>>>();
        for (var query : queries) {
            results.add(connection.preparedQuery(query.sql()).execute(query.parameters()));
        }
        var committed = connection.query("commit").execute();
        return Future.join(results)
                .transform(ignored -> Future.join(begun, set, committed))
                .eventually(() -> connection.close())
                .compose(ignored -> Future.all(results))
                .map(all -> all.<RowSet<Row>>list());
    }

    /**
     * Lets the statements of one turn of the event loop leave the process together. NB: the client flushes after each,
     * and a system call and a wake-up of the database for each cost more than most reads.
     */
    private static void bundle(SqlConnection connection) {
        if (!(((SqlConnectionInternal) connection).unwrap().unwrap() instanceof SocketConnectionBase pooled)) {
            return;
        }
        var pipeline = pooled.socket().channelHandlerContext().pipeline();
        if (pipeline.get(BUNDLE) == null) {
            pipeline.addFirst(
                    BUNDLE,
                    new FlushConsolidationHandler(
                            FlushConsolidationHandler.DEFAULT_EXPLICIT_FLUSH_AFTER_FLUSHES, true));
        }
    }
}
