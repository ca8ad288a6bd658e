package org.quartermaster.benchmarks;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** How many events a second the relay publishes, and how long one takes from commit to delivery. */
final class Relay {
    private static final int BACKLOG = 200_000;
    private static final int PER_SECOND = 1_000;
    private static final int SECONDS = 10;
    private static final String INSERT = """
            insert into platform.outbox (event_id, tenant_id, entity, entity_id, subject, envelope)
            select gen_random_uuid(), 'relay', 'probe', 'probe_' || (n %% 5000), 'qm.equipment.relay.probe.%s',
              json_build_object('n', n, 'at', extract(epoch from clock_timestamp()), 'filler', repeat('x', 700))
            from generate_series(1, %d) n
            """;

    private final Run run;

    Relay(Run run) {
        this.run = run;
    }

    void measure() throws SQLException, IOException, InterruptedException, TimeoutException {
        drain();
        backlog();
        latency();
    }

    private void backlog() throws SQLException, InterruptedException {
        try (var connection = run.stand().superuser();
                var statement = connection.createStatement()) {
            statement.execute(INSERT.formatted("backlog", BACKLOG));
        }
        var begin = System.nanoTime();
        drain();
        var rate = BACKLOG / ((System.nanoTime() - begin) / 1e9);
        run.report().atLeast("relay, a backlog of " + BACKLOG + " events", rate, "events/s", 10_000);
    }

    private void latency() throws SQLException, IOException, InterruptedException, TimeoutException {
        var total = PER_SECOND * SECONDS;
        var delays = new double[total];
        var got = new AtomicInteger();
        try (var nats = Nats.connect(run.stand().nats.url());
                var connection = run.stand().superuser();
                var statement = connection.createStatement()) {
            var dispatcher = nats.createDispatcher(message -> {
                var at = new JsonObject(new String(message.getData())).getDouble("at");
                delays[got.getAndIncrement()] = System.currentTimeMillis() - at * 1000;
            });
            dispatcher.subscribe("qm.equipment.relay.probe.live");
            nats.flush(Duration.ofSeconds(2));
            write(statement, nats, total);
            for (var wait = 0; got.get() < total && wait < 300; wait++) {
                Thread.sleep(100);
            }
        }
        Arrays.sort(delays);
        run.report()
                .below(
                        "commit to delivery at 1,000 events/s, p99",
                        got.get() < total ? Double.NaN : delays[(int) (total * 0.99)],
                        "ms",
                        100);
    }

    /** Ten commits of ten events in every hundredth of a second, and the wake-up that a replica would send. */
    private static void write(Statement statement, Connection nats, int total)
            throws SQLException, InterruptedException {
        var begin = System.nanoTime();
        for (var sent = 0; sent < total; sent += 10) {
            statement.execute(INSERT.formatted("live", 10));
            nats.publish("qm.wake.equipment", new byte[0]);
            var due = begin + (long) (sent * (1e9 / PER_SECOND));
            var early = due - System.nanoTime();
            if (early > 0) {
                Thread.sleep(early / 1_000_000, (int) (early % 1_000_000));
            }
        }
    }

    private void drain() throws SQLException, InterruptedException {
        try (var connection = run.stand().superuser();
                var statement = connection.createStatement()) {
            var open = 1L;
            while (open > 0) {
                try (var rows =
                        statement.executeQuery("select count(*) from platform.outbox where published_at is null")) {
                    rows.next();
                    open = rows.getLong(1);
                }
                if (open > 0) {
                    Thread.sleep(50);
                }
            }
        }
    }
}
