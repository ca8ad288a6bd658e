package org.quartermaster.catalog.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quartermaster.catalog.matching.Comparing.Finding;
import org.quartermaster.catalog.matching.Match.Check;
import org.quartermaster.catalog.matching.Match.Evidence;
import org.quartermaster.catalog.unit.Comparison.Outcome;
import org.quartermaster.catalog.unit.Measures;
import org.quartermaster.catalog.unit.Units;

/** Finds the products that a line may mean: same catalogue, same line, same answer. */
public final class Matcher {
    /** The version of the rules and weights, kept with each match. */
    public static final String MODEL_VERSION = Confidence.MODEL_VERSION;

    private static final int MOST = 5;
    private static final double LEARNED = 0.99;
    private static final double REJECTED = 0.01;

    private final ArticleIndex index;
    private final Measures measures;

    /** @param units those whose words are known */
    public Matcher(ArticleIndex index, Units units) {
        this.index = index;
        this.measures = new Measures(units);
    }

    /** Up to five products, the surest first. */
    public List<Match> match(Wish wish) {
        var findings = findings(wish);
        var matches = new ArrayList<Match>();
        for (var i = 0; i < findings.size(); i++) {
            matches.add(match(wish, findings.get(i), lead(findings, i)));
        }
        matches.sort(Comparator.comparingDouble(Match::confidence)
                .thenComparingDouble(Match::score)
                .reversed()
                .thenComparingLong(Match::productId));
        var ranked = new ArrayList<Match>();
        for (var match : matches.subList(0, Math.min(MOST, matches.size()))) {
            ranked.add(new Match(
                    ranked.size() + 1,
                    match.productId(),
                    match.score(),
                    match.confidence(),
                    match.evidence(),
                    match.checks()));
        }
        return List.copyOf(ranked);
    }

    List<Finding> findings(Wish wish) {
        var comparing = new Comparing(index, measures, wish);
        return index.candidates(wish).stream()
                .map(comparing::with)
                .sorted(Comparator.comparingDouble(Finding::score)
                        .reversed()
                        .thenComparingLong(found -> found.profile().article().id()))
                .limit(2L * MOST)
                .toList();
    }

    static double lead(List<Finding> findings, int at) {
        var other = at == 0 ? 1 : 0;
        return findings.get(at).score()
                - (other < findings.size() ? findings.get(other).score() : 0);
    }

    private static Match match(Wish wish, Finding found, double lead) {
        var id = found.profile().article().id();
        var evidence = new ArrayList<>(found.evidence());
        found.checks().stream()
                .filter(check -> check.outcome() != Outcome.UNKNOWN)
                .map(check -> against(wish, check))
                .forEach(evidence::add);
        var confidence = Confidence.of(found, lead);
        if (wish.confirmed().contains(id) && found.notMet() == 0) {
            evidence.add(new Evidence("learned", wish.text(), "feedback", 1));
            confidence = Math.max(confidence, LEARNED);
        } else if (wish.rejected().contains(id)) {
            evidence.add(new Evidence("learned", wish.text(), "feedback", -1));
            confidence = Math.min(confidence, REJECTED);
        }
        return new Match(
                0,
                id,
                Comparing.round(found.score()),
                Comparing.round(confidence),
                List.copyOf(evidence),
                found.checks());
    }

    private static Evidence against(Wish wish, Check check) {
        var end = Math.min(wish.text().length(), check.constraint().end());
        var start = Math.min(end, check.constraint().start());
        return new Evidence(
                "constraint",
                wish.text().substring(start, end),
                "specification",
                check.outcome() == Outcome.MET ? 1 : -1);
    }
}
