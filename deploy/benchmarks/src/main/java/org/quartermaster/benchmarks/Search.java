package org.quartermaster.benchmarks;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Search of lots: as fast among many as among ten thousand, on the first page and far behind it. One client. */
final class Search {
    private static final int FEW = 10_100;
    private static final int PAGE = 1_000;
    private static final double FLAT = 2;
    private static final String LOTS = "/api/v1/lots";
    private static final Map<String, String> FIRST = new LinkedHashMap<>();
    private static final Map<String, String> FAR = new LinkedHashMap<>();

    static {
        FIRST.put("first page", "?limit=50");
        FIRST.put("first page of a make", "?limit=50&make=TOYOTA");
        FIRST.put(
                "first page of a make and years, dear ones first",
                "?limit=50&make=FORD&year_min=2010&year_max=2020&currency=USD&sort=-current_bid");
        // So short that there are a thousand pages among the few.
        FAR.put("page 1,000", "?limit=10");
        FAR.put("page 1,000 of a make", "?limit=1&make=TOYOTA");
    }

    private final Run run;
    private final Imports imports;
    private final Api api;

    Search(Run run) {
        this.run = run;
        this.imports = new Imports(run.stand());
        this.api = new Api(run.stand());
    }

    void measure() throws IOException, SQLException, InterruptedException {
        var status = api.status(LOTS);
        if (status >= 300) {
            run.report().missing("search GET " + LOTS, "answered with " + status);
        }
        load();
        var few = status < 300 ? medians() : Map.<String, Double>of();
        var many = run.settings().size().manyRows();
        new ImportMemory(run).measure(many / 100, many);
        imports.settle(run.stand().name);
        if (status < 300) {
            var among = medians();
            few.forEach((what, p50) -> run.report()
                    .atMost(
                            "search among " + many + " lots, " + what + ", p50",
                            among.get(what),
                            "ms",
                            "among " + FEW,
                            p50,
                            FLAT));
        }
    }

    private void load() throws IOException, SQLException, InterruptedException {
        imports.empty(run.stand().name);
        var feed = new Feed(FEW, 1, 0, 1);
        var file = feed.write(run.stand().folder.resolve("few.csv"));
        imports.load(file, Market.SOURCE, feed.at());
        imports.settle(run.stand().name);
        Files.delete(file);
    }

    private Map<String, Double> medians() throws IOException, InterruptedException {
        var medians = new LinkedHashMap<String, Double>();
        FIRST.forEach((what, query) -> medians.put(what, run.median(what, n -> LOTS + query)));
        for (var each : FAR.entrySet()) {
            var path = far(LOTS + each.getValue());
            medians.put(each.getKey(), run.median(each.getKey(), n -> path));
        }
        return medians;
    }

    /** The path of the thousandth page. */
    private String far(String first) throws IOException, InterruptedException {
        var path = first;
        for (var page = 1; page < PAGE; page++) {
            var next = api.get(path).getString("next_cursor");
            if (next == null) {
                throw new IllegalStateException(first + " ends at page " + page);
            }
            path = first + "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        }
        return path;
    }
}
