package org.quartermaster.catalog.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.catalog.unit.Units;

/** Matching keeps the bars of catalog.md 7 on the golden set, on the part it was tuned on and on the part held back. */
class GoldenSetTest {
    private static final double AUTO = 0.80;
    private static final double LEAST = 0.35;
    private static final int BINS = 10;

    private final Matcher matcher = new Matcher(new ArticleIndex(GoldenSet.articles()), Units.standard());

    private record Result(Long expected, List<Match> matches) {
        boolean isRight() {
            return !matches.isEmpty() && expected != null && matches.get(0).productId() == expected;
        }

        boolean isAmong() {
            return matches.stream().anyMatch(match -> expected != null && match.productId() == expected);
        }

        boolean isAuto() {
            return Decision.of(matches, AUTO, LEAST) == Decision.AUTO;
        }
    }

    @Test
    void theSetIsLargeAndAFifthHasNoCounterpart() {
        var lines = GoldenSet.lines();

        assertThat(lines).hasSizeGreaterThanOrEqualTo(300);
        assertThat(share(lines, line -> line.expected() == null)).isGreaterThanOrEqualTo(0.2);
    }

    @ParameterizedTest(name = "held back: {0}")
    @ValueSource(booleans = {false, true})
    @DisplayName("the bars are kept")
    void keepsTheBars(boolean isHeld) {
        var results = GoldenSet.lines().stream()
                .filter(line -> line.isHeld() == isHeld)
                .map(line -> new Result(line.expected(), matcher.match(Wish.of(line.item()))))
                .toList();

        var auto = results.stream().filter(Result::isAuto).toList();
        var with = results.stream().filter(result -> result.expected() != null).toList();
        var without =
                results.stream().filter(result -> result.expected() == null).toList();
        var precision = share(auto, Result::isRight);
        var among = share(with, Result::isAmong);
        var wrong = share(without, Result::isAuto);
        var error = calibrationError(results);
        System.out.printf(
                Locale.ROOT,
                "golden set, held back %s: lines %d, auto %d, precision of auto %.4f, first %.4f, among five %.4f, "
                        + "wrongly auto %.4f, calibration error %.4f%n",
                isHeld,
                results.size(),
                auto.size(),
                precision,
                share(with, Result::isRight),
                among,
                wrong,
                error);

        assertThat(auto).as("lines chosen").hasSizeGreaterThan(results.size() / 2);
        assertThat(precision).as("precision of auto").isGreaterThanOrEqualTo(0.97);
        assertThat(among).as("right among five").isGreaterThanOrEqualTo(0.95);
        assertThat(wrong).as("wrongly auto").isLessThanOrEqualTo(0.02);
        assertThat(error).as("calibration error").isLessThanOrEqualTo(0.05);
    }

    private static <T> double share(List<T> all, Predicate<T> isCounted) {
        return (double) all.stream().filter(isCounted).count() / all.size();
    }

    /** How far the confidence of first matches is from their share of right ones, in ten bins weighted by their size. */
    private static double calibrationError(List<Result> results) {
        var bins = new ArrayList<List<Result>>();
        for (var i = 0; i < BINS; i++) {
            bins.add(new ArrayList<>());
        }
        results.stream().filter(result -> !result.matches().isEmpty()).forEach(result -> bins.get(
                        (int) Math.min(BINS - 1, confidence(result) * BINS))
                .add(result));
        double error = 0;
        for (var bin : bins) {
            var stated = bin.stream()
                    .mapToDouble(GoldenSetTest::confidence)
                    .average()
                    .orElse(0);
            error += bin.isEmpty() ? 0 : bin.size() * Math.abs(stated - share(bin, Result::isRight)) / results.size();
        }
        return error;
    }

    private static double confidence(Result result) {
        return result.matches().get(0).confidence();
    }
}
