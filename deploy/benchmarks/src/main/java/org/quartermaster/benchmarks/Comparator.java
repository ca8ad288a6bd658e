package org.quartermaster.benchmarks;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The yardstick: a bare Vert.x HTTP server that runs the service's SQL with the PostgreSQL client, as the same role
 * under the same row-level security, without tokens, validation, ETags or events. The tenant is set once a session,
 * which no server of many tenants could do.
 */
public final class Comparator extends AbstractVerticle {
    private static final int POOL = 20;
    private static final String MACHINE = sql("machine.sql");
    private static final String MACHINES = sql("machines.sql");
    private static final String VEHICLE = sql("market/vehicle.sql");
    private static final String[] SAMPLE = sql("sample.sql").split(";\n");

    private final int port;
    private final PgConnectOptions database;
    private Pool pool;

    private Comparator(int port, PgConnectOptions database) {
        this.port = port;
        this.database = database;
    }

    /** Arguments: its own port, the database's port and name, the tenant. Prints "ready" and runs until it is ended. */
    public static void main(String... arguments) {
        var port = Integer.parseInt(arguments[0]);
        var database = new PgConnectOptions()
                .setHost("127.0.0.1")
                .setPort(Integer.parseInt(arguments[1]))
                .setDatabase(arguments[2])
                .setUser(arguments[2] + "_app")
                .setPassword("none")
                .setCachePreparedStatements(true)
                .setPipeliningLimit(256)
                .addProperty("app.tenant_id", arguments[3]);
        var servers = new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
        Vertx.vertx()
                .deployVerticle(() -> new Comparator(port, database), servers)
                .onSuccess(ready -> System.out.println("ready"))
                .onFailure(failed -> System.exit(1));
    }

    @Override
    public void start(Promise<Void> started) {
        pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(POOL).setShared(true).setName("yardstick"))
                .connectingTo(database)
                .using(vertx)
                .build();
        vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(port, "127.0.0.1")
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private void answer(HttpServerRequest request) {
        work(request)
                .onSuccess(body -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .end(body))
                .onFailure(failed -> request.response().setStatusCode(500).end(failed.getMessage()));
    }

    private Future<Buffer> work(HttpServerRequest request) {
        return switch (request.path()) {
            case "/list" -> list();
            case "/sample" -> sample(request);
            case "/vehicle" -> get(VEHICLE, request.getParam("vin"));
            default -> get(MACHINE, request.getParam("id"));
        };
    }

    private Future<Buffer> get(String sql, String key) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(key))
                .map(rows -> json(rows.iterator().next()).toBuffer());
    }

    private Future<Buffer> list() {
        return pool.preparedQuery(MACHINES).execute().map(rows -> {
            var items = new JsonArray();
            rows.forEach(row -> items.add(json(row)));
            return new JsonObject().put("equipment", items).toBuffer();
        });
    }

    /** One sample by itself: lock, history, current values, meter, outbox, each as its own statement. */
    private Future<Buffer> sample(HttpServerRequest request) {
        return request.body()
                .map(Buffer::toJsonObject)
                .compose(sample -> pool.withTransaction(connection -> {
                    var id = sample.getString("equipment_id");
                    var hours = sample.getDouble("hours");
                    var keys = new Tuple[] {
                        Tuple.of(id),
                        Tuple.of(id, UUID.randomUUID(), hours, sample.getDouble("fuel_percent")),
                        Tuple.of(id, hours, sample.getDouble("fuel_percent")),
                        Tuple.of(id, UUID.randomUUID(), sample.encode())
                    };
                    Future<?> done = Future.succeededFuture();
                    for (var i = 0; i < SAMPLE.length; i++) {
                        var at = i;
                        done = done.compose(
                                last -> connection.preparedQuery(SAMPLE[at]).execute(keys[at]));
                    }
                    return done.map(Buffer.buffer("{}"));
                }));
    }

    private static JsonObject json(Row row) {
        var object = new JsonObject();
        for (var i = 0; i < row.size(); i++) {
            var value = row.getValue(i);
            var plain = value == null || value instanceof String || value instanceof Boolean || value instanceof Number;
            object.put(row.getColumnName(i), plain ? value : value.toString());
        }
        return object;
    }

    private static String sql(String file) {
        try (InputStream in = Comparator.class.getResourceAsStream("/sql/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
