package org.quartermaster.benchmarks;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.function.LongFunction;

/** Searches of tenders against the same plain SQL as prepared statements. One client. */
final class TenderSearch {
    private static final String TENDERS = "/api/v1/tenders";
    private static final String OPEN = "status = 'open' and closing_date >= now()";
    private static final Duration WARM = Duration.ofSeconds(10);
    private static final int PAGE = 1_000;
    private static final int FEW = 10;
    private static final int USUAL = 50;
    private static final int RARE = 2_000;
    private static final int TURNS = 40;

    private final Run run;
    private final PlainSearch plain;
    private final Api api;
    private final int rows;
    private final double times;

    /** @param times the yardstick that a search may take */
    TenderSearch(Run run, int rows, double times) {
        this.run = run;
        this.plain = new PlainSearch(run.stand(), run.settings().measure().dividedBy(2));
        this.api = new Api(run.stand());
        this.rows = rows;
        this.times = times;
    }

    void measure() throws IOException, SQLException, InterruptedException {
        run.load().run(WARM, n -> run.get(TENDERS + "?q=" + common(n), n));
        compare("q alone, a word of few", n -> "?q=" + rare(n), words(TenderSearch::rare));
        compare("q alone, a word of many", n -> "?q=" + common(n), words(TenderSearch::common));
        compare("CPV subtree", n -> "?cpv=" + subtree(n), first("cpv_prefixes && array[cast(? as text)]", n ->
                new Object[] {subtree(n)}));
        compare(
                "value range and status",
                n -> "?currency=EUR&min_value=" + least(n) + "&max_value=" + 2 * least(n) + "&status=open",
                first("estimated_currency = 'EUR' and estimated_value between ? and ? and " + OPEN, n ->
                        new Object[] {least(n), 2 * least(n)}));
        compare("default list", n -> "", first("true", n -> new Object[0]));
        var far = far();
        compare("page 1,000 by cursor", n -> far.query, far.plainly());
    }

    private static String rare(long n) {
        return Vocabulary.word(RARE + (int) (n % TURNS) * 100);
    }

    private static String common(long n) {
        return Vocabulary.word((int) (n % TURNS));
    }

    private static String subtree(long n) {
        return new String[] {"331", "452", "4523", "79", "30", "7130", "9091", "503"}[(int) (n % 8)];
    }

    private static int least(long n) {
        return 10_000 + (int) (n % TURNS) * 1_000;
    }

    private static PlainSearch.Query first(String where, LongFunction<Object[]> values) {
        return new PlainSearch.Query(where, null, USUAL, values);
    }

    private static PlainSearch.Query words(LongFunction<String> word) {
        return first("search @@ cast(? as tsquery)", n -> new Object[] {"'" + word.apply(n) + "':*AB"});
    }

    private void compare(String what, LongFunction<String> query, PlainSearch.Query plainly)
            throws IOException, SQLException {
        var ours = run.median(what, n -> TENDERS + query.apply(n));
        var theirs = plain.median(plainly);
        run.report()
                .atMost(
                        "search among " + rows + " tenders, " + what + ", p50",
                        ours,
                        "ms",
                        "prepared statement",
                        theirs,
                        times);
    }

    /** The query of the thousandth page, and where it begins. */
    private record Far(String query, OffsetDateTime time, String id) {
        PlainSearch.Query plainly() {
            return new PlainSearch.Query(
                    "true", "(publication_date, tender_id) < (?, ?)", FEW, n -> new Object[] {time, id});
        }
    }

    private Far far() throws IOException, InterruptedException {
        var first = "?limit=" + FEW;
        var path = first;
        for (var page = 2; ; page++) {
            var answer = api.get(TENDERS + path);
            var items = answer.getJsonArray("items");
            var next = answer.getString("next_cursor");
            if (next == null) {
                throw new IllegalStateException("the list ends at page " + page);
            }
            path = first + "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
            if (page == PAGE) {
                var last = items.getJsonObject(items.size() - 1);
                var time = OffsetDateTime.parse(last.getString("publication_date"));
                return new Far(path, time, last.getString("tender_id"));
            }
        }
    }

    /** Facets, of all tenders and of those with a word. */
    void facets(double ceiling) {
        var facets = "?limit=1&facets=status,main_category,cpv_division,buyer,source,currency";
        below("facets of all", n -> facets, ceiling);
        below("facets of a word", n -> facets + "&q=" + common(n), ceiling);
        below("facets of the open ones", n -> facets + "&status=open", ceiling);
    }

    private void below(String what, LongFunction<String> query, double ceiling) {
        var p50 = run.median(what, n -> TENDERS + query.apply(n));
        run.report().below(what + " among " + rows + " tenders, p50", p50, "ms", ceiling);
    }
}
