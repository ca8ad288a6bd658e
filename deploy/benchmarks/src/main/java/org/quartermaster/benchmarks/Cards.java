package org.quartermaster.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;

/** The card of a VIN against a bare read of the vehicle by its key, at rest and while a feed is imported. One client. */
final class Cards {
    private static final int ROUNDS = 3;
    private static final int COUNTED = 500;
    private static final double TIMES = 2;
    private static final double TIMES_BUSY = 3;

    private final Run run;

    Cards(Run run) {
        this.run = run;
    }

    /** @param feed that is loaded already */
    void measure(Feed feed) throws IOException, SQLException {
        LongFunction<Load.Call> card = n -> run.get("/api/v1/vehicles/" + vin(feed, n), n);
        try (var one = new Load(1)) {
            var rest = atRest(feed, one, card);
            statements(one, card);
            busy(feed, one, card, rest);
        }
    }

    private static String vin(Feed feed, long n) {
        return feed.vin((int) (n * 7_919 % feed.rows()));
    }

    /** NB: in turns, so that a slow minute of the machine falls on both. */
    private double atRest(Feed feed, Load one, LongFunction<Load.Call> card) throws IOException {
        var time = run.settings().measure().dividedBy(2);
        try (var yardstick = Yardstick.start(run.stand())) {
            LongFunction<Load.Call> bare = n -> Load.Call.get(yardstick.port(), "/vehicle?vin=" + vin(feed, n), null);
            Run.good("cards", one.run(time, card));
            Run.good("bare reads", one.run(time, bare));
            var ours = Run.good("cards", one.run(time, card));
            var theirs = Run.good("bare reads", one.run(time, bare));
            for (var round = 1; round < ROUNDS; round++) {
                ours = ours.and(Run.good("cards", one.run(time, card)));
                theirs = theirs.and(Run.good("bare reads", one.run(time, bare)));
            }
            run.report().atMost("VIN card, p50", ours.millis(0.5), "ms", "vehicle by key", theirs.millis(0.5), TIMES);
            return ours.millis(0.5);
        }
    }

    private void statements(Load one, LongFunction<Load.Call> card) throws SQLException {
        Ask.count(run.stand());
        Run.good("cards", one.run(COUNTED, card));
        var called = Ask.called(run.stand());
        if (called < COUNTED) {
            throw new IllegalStateException(called + " statements were counted for " + COUNTED + " cards");
        }
        run.report().below("VIN card: statements beside the tenant's", called / COUNTED, "each", 1.1);
    }

    /** The import is the first load of another source, which writes as much as it can. */
    private void busy(Feed feed, Load one, LongFunction<Load.Call> card, double rest) throws IOException {
        var other = new Feed(feed.rows(), feed.seed() + 1, 0, 1);
        var file = other.write(run.stand().folder.resolve("other.csv"));
        var loading = CompletableFuture.supplyAsync(() -> {
            try {
                return new Imports(run.stand()).load(file, "other", other.at());
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException(failed);
            }
        });
        var met = one.run(Duration.ofSeconds(1), card);
        while (!loading.isDone()) {
            met = met.and(one.run(Duration.ofSeconds(1), card));
        }
        run.report()
                .note("import while cards are read: "
                        + Report.number(loading.join().seconds()) + " s");
        run.report().atMost("VIN card while an import runs, p50", met.millis(0.5), "ms", "at rest", rest, TIMES_BUSY);
        run.report().below("VIN cards that failed meanwhile, of " + (met.good() + met.bad()), met.bad(), "cards", 1);
        Files.delete(file);
    }
}
