package org.quartermaster.benchmarks;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/** Searches of products against the same statements through pgjdbc. One client. */
final class ProductSearches {
    private static final Duration WARM = Duration.ofSeconds(10);
    private static final double TIMES = 2;
    private static final double SKU_MILLIS = 10;
    private static final int ROUNDS = 3;
    private static final int COMMON = 10;
    private static final int RARE = 2_000;
    private static final int TURNS = 40;
    private static final int BRANDS = 20;
    private static final List<String> FACETS = List.of("category", "brand", "availability");

    private final Run run;
    private final Duration time;
    private final int products;

    ProductSearches(Run run, int products) {
        this.run = run;
        this.time = run.settings().measure().dividedBy(2);
        this.products = products;
    }

    void measure() throws IOException, SQLException, InterruptedException {
        run.load().run(WARM, n -> run.get(words(n).path(), n));
        try (var plain = new PlainProducts(run.stand())) {
            compare(plain, "two words", ProductSearches::words);
            compare(plain, "SKU", this::number);
            compare(plain, "words with a filter and facets", ProductSearches::filtered);
            compare(plain, "words with a feature", ProductSearches::measured);
            mistyped(plain);
        }
        tail();
    }

    private static AskedSearch words(long n) {
        return AskedSearch.of(common(n) + " " + common(n + 1 + n / TURNS % 7));
    }

    private static String common(long n) {
        return ArticleWords.word(COMMON + (int) (n % TURNS));
    }

    private AskedSearch number(long n) {
        return AskedSearch.of(sku(n).replace("-", "").toLowerCase(Locale.ROOT));
    }

    private String sku(long n) {
        return String.format("BX-%08d", 1 + n * 7_919 % products);
    }

    private static AskedSearch filtered(long n) {
        var brand = String.valueOf(1 + n % BRANDS);
        return new AskedSearch(
                common(n), "&brand_id=" + brand, new JsonObject().put("brand_id", JsonArray.of(brand)), FACETS);
    }

    private static AskedSearch measured(long n) {
        var heaviest = 1 + n % 5;
        var range = new JsonObject().put("low", null).put("high", heaviest);
        var feature = new JsonObject()
                .put("name", "Weight")
                .put("dimension", "mass")
                .put("ranges", JsonArray.of(range))
                .put("words", new JsonArray());
        return new AskedSearch(
                common(n),
                "&feature=Weight:le:" + heaviest + "%20kg",
                new JsonObject().put("features", JsonArray.of(feature)),
                List.of());
    }

    private void compare(PlainProducts plain, String what, LongFunction<AskedSearch> searches)
            throws IOException, SQLException, InterruptedException {
        requireSame(plain, searches.apply(1));
        compare(what, searches, () -> plain.median(time, searches));
    }

    /** How long the statements take, in ms. */
    private interface Statements {
        double median() throws SQLException;
    }

    /** NB: in turns, so that a slow minute of the machine falls on both. */
    private void compare(String what, LongFunction<AskedSearch> searches, Statements statements) throws SQLException {
        var ours = new double[ROUNDS];
        var theirs = new double[ROUNDS];
        for (var round = 0; round < ROUNDS; round++) {
            ours[round] = run.median(what, n -> searches.apply(n).path());
            theirs[round] = statements.median();
        }
        run.report()
                .atMost(
                        "search among " + products + " products, " + what + ", p50",
                        middle(ours),
                        "ms",
                        "same SQL",
                        middle(theirs),
                        TIMES);
    }

    private static double middle(double... values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private void requireSame(PlainProducts plain, AskedSearch asked)
            throws IOException, SQLException, InterruptedException {
        var ours = new Api(run.stand()).get(asked.path()).getLong("total");
        var theirs = plain.total(asked);
        if (ours != theirs || ours == 0) {
            throw new IllegalStateException(asked.path() + " finds " + ours + ", the yardstick " + theirs);
        }
    }

    /** NB: the yardstick repeats its search with the one word that is meant, the service with all that may be. */
    private void mistyped(PlainProducts plain) throws SQLException {
        LongFunction<AskedSearch> searches = n -> AskedSearch.of(ArticleWords.mistyped(rare(n)));
        compare(
                "a word with a typing error",
                searches,
                () -> plain.medianMistyped(time, searches, ProductSearches::rare));
    }

    private static String rare(long n) {
        return ArticleWords.word(RARE + (int) (n % TURNS) * 100);
    }

    private void tail() {
        try (var one = new Load(1)) {
            below("SKU look-up", one, n -> "/api/v1/products/by-sku/" + sku(n));
            below("search of a SKU", one, n -> number(n).path());
        }
    }

    private void below(String what, Load one, LongFunction<String> path) {
        one.run(WARM, n -> run.get(path.apply(n), n));
        below(what, Run.good(what, one.run(run.settings().measure(), n -> run.get(path.apply(n), n))));
    }

    private void below(String what, Load.Result result) {
        run.report().below(what + " among " + products + " products, p99", result.millis(0.99), "ms", SKU_MILLIS);
    }
}
