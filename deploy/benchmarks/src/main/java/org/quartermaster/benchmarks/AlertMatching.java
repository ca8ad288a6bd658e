package org.quartermaster.benchmarks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.quartermaster.procurement.criteria.Criteria;
import org.quartermaster.procurement.criteria.MainCategory;
import org.quartermaster.procurement.criteria.Procedure;
import org.quartermaster.procurement.criteria.TenderStatus;
import org.quartermaster.procurement.verdict.AlertIndex;
import org.quartermaster.procurement.verdict.Predicate;
import org.quartermaster.procurement.verdict.TenderVersion;

/**
 * The matcher's memory of alerts, with the classes of the service. Prints how many MB the alerts take, how many ms one
 * new tender takes when all is warm (the 95th of a hundred), how many alerts that is told to, and the seconds of many.
 * NB: times are those of the processor, as it is the work of one thread.
 */
public final class AlertMatching {
    private static final int WORDS = 400;
    private static final int WARM = 100;
    private static final int ROUND = 100;
    private static final String[] COUNTRIES = {"MK", "RS", "BG", "AL"};

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final SplittableRandom random = new SplittableRandom(1);
    private final AlertIndex<Integer> index = new AlertIndex<>();
    private final Instant now = Instant.parse("2026-06-01T00:00:00Z");

    private AlertMatching() {}

    /** Arguments: the number of alerts, the number of tenders. */
    public static void main(String... arguments) {
        new AlertMatching().measure(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    }

    private void measure(int alerts, int tenders) {
        var before = used();
        for (var n = 0; n < alerts; n++) {
            index.put(n, Predicate.of(Criteria.stored(criteria())));
        }
        System.out.println((used() - before) / 1e6);
        for (var n = 0; n < WARM; n++) {
            match(n);
        }
        var round = IntStream.range(0, ROUND).mapToObj(this::timed).sorted().toList();
        System.out.println(round.get(ROUND * 95 / 100).toNanos() / 1e6);
        System.out.println(IntStream.range(0, ROUND).map(this::match).average().orElseThrow());
        var begin = threads.getCurrentThreadCpuTime();
        for (var n = 0; n < tenders; n++) {
            match(n);
        }
        System.out.println((threads.getCurrentThreadCpuTime() - begin) / 1e9);
    }

    private static double used() {
        for (var round = 0; round < 3; round++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private Duration timed(int n) {
        var tender = tender(n);
        var begin = threads.getCurrentThreadCpuTime();
        index.match(tender, now);
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - begin);
    }

    private int match(int n) {
        return index.match(tender(n), now).size();
    }

    /** As bid teams write them: two in three by words, the others by codes, most of them with bounds beside. */
    private ObjectNode criteria() {
        var json = JsonNodeFactory.instance.objectNode();
        if (random.nextInt(3) > 0) {
            var any = json.putObject("keywords").putArray("any");
            for (var n = 1 + random.nextInt(4); n > 0; n--) {
                any.add(Vocabulary.word(20 + random.nextInt(Vocabulary.SIZE - 20)));
            }
        } else {
            json.putObject("cpv").putArray("any").add(code().substring(0, 2 + random.nextInt(4)));
        }
        if (random.nextBoolean()) {
            json.putArray("countries").add(COUNTRIES[random.nextInt(COUNTRIES.length)]);
        }
        if (random.nextInt(3) == 0) {
            json.putObject("value").put("min", 1_000 * random.nextInt(100)).put("currency", "EUR");
        }
        json.put("unknown", random.nextBoolean() ? "include" : "exclude");
        return json;
    }

    private String code() {
        return String.format("%08d", (10 + random.nextInt(80)) * 1_000_000 + random.nextInt(600) * 1_000);
    }

    private TenderVersion tender(int n) {
        var own = new SplittableRandom(n);
        var code = code();
        return new TenderVersion(
                "mass-" + n,
                1,
                Vocabulary.text(own, 8),
                Vocabulary.text(own, WORDS),
                "Municipality " + n % 3_000,
                null,
                null,
                List.of(),
                List.of(code, code()),
                code,
                new TenderVersion.Money(BigDecimal.valueOf(5_000 + own.nextInt(100_000)), "EUR"),
                new TenderVersion.Money(null, null),
                Procedure.OPEN,
                MainCategory.GOODS,
                TenderStatus.OPEN,
                COUNTRIES[n % COUNTRIES.length],
                "en",
                "bench",
                now,
                now.plus(Duration.ofDays(30)),
                List.of());
    }
}
