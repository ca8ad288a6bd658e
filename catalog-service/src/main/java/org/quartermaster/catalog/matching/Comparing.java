package org.quartermaster.catalog.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.quartermaster.catalog.matching.Match.Check;
import org.quartermaster.catalog.matching.Match.Evidence;
import org.quartermaster.catalog.text.Key;
import org.quartermaster.catalog.unit.Comparison;
import org.quartermaster.catalog.unit.Comparison.Outcome;
import org.quartermaster.catalog.unit.Measures;

/** Compares one line with one article after the other. */
final class Comparing {
    private static final double AGAINST = 0.35;

    private final ArticleIndex index;
    private final Measures measures;
    private final Wish wish;
    private final List<LineWord> words;
    private final Set<String> keys;

    Comparing(ArticleIndex index, Measures measures, Wish wish) {
        this.index = index;
        this.measures = measures;
        this.wish = wish;
        this.keys = index.keysIn(wish);
        this.words = LineWord.of(wish, index.vocabulary());
    }

    /** What speaks for and against an article. */
    record Finding(
            Profile profile,
            double coverage,
            double answer,
            double strange,
            int met,
            int notMet,
            boolean isKey,
            List<Evidence> evidence,
            List<Check> checks) {
        double score() {
            var words = 0.65 * coverage + 0.35 * answer;
            return Math.max(0, (isKey ? 1 + words : words) - (notMet > 0 ? AGAINST : 0) - 0.15 * strange);
        }
    }

    Finding with(Profile profile) {
        var evidence = new ArrayList<Evidence>();
        var checks = checks(profile);
        var isKey = key(profile, evidence);
        var matched = new HashMap<String, Double>();
        double all = 0;
        double covered = 0;
        double strange = 0;
        for (var word : words) {
            var gain = gain(word, profile, matched, evidence);
            all += word.weight();
            covered += word.weight() * gain;
            if (gain == 0 && word.isStrange()) {
                strange = Math.max(strange, word.weight());
            }
        }
        var met = (int)
                checks.stream().filter(check -> check.outcome() == Outcome.MET).count();
        var notMet = (int) checks.stream()
                .filter(check -> check.outcome() == Outcome.NOT_MET)
                .count();
        return new Finding(
                profile,
                all == 0 ? 0 : covered / all,
                answer(profile, matched),
                strange,
                met,
                notMet,
                isKey,
                evidence,
                checks);
    }

    private static double gain(LineWord word, Profile profile, Map<String, Double> matched, List<Evidence> evidence) {
        String best = null;
        double gain = 0;
        for (var meaning : word.meanings().entrySet()) {
            var field = profile.terms().get(meaning.getKey());
            if (field != null && meaning.getValue() * field.weight() > gain) {
                gain = meaning.getValue() * field.weight();
                best = meaning.getKey();
            }
        }
        if (best != null) {
            var sureness = word.meanings().get(best);
            matched.merge(best, sureness, Math::max);
            var kind = sureness == 1.0 ? "word" : Likeness.isTypo(word.text(), best) ? "typo" : "synonym";
            evidence.add(
                    new Evidence(kind, word.text(), profile.terms().get(best).name(), round(gain * word.weight())));
        }
        return gain;
    }

    /** How much of the article's own name, or of one sentence about it, the line says. */
    private double answer(Profile profile, Map<String, Double> matched) {
        double best = 0;
        for (var title : profile.titles()) {
            double all = 0;
            double said = 0;
            for (var term : title) {
                var weight = index.vocabulary().weight(term);
                all += weight;
                said += weight * matched.getOrDefault(term, 0.0);
            }
            best = Math.max(best, all == 0 ? 0 : said / all);
        }
        return best;
    }

    private boolean key(Profile profile, List<Evidence> evidence) {
        var isKey = false;
        for (var key : profile.article().keys()) {
            if (keys.contains(Key.of(key.value())) && index.owners(Key.of(key.value())) == 1) {
                isKey = true;
                evidence.add(new Evidence("key", key.value(), key.kind().name().toLowerCase(Locale.ROOT), 1));
            }
        }
        return isKey;
    }

    private List<Check> checks(Profile profile) {
        if (wish.constraints().isEmpty()) {
            return List.of();
        }
        var known = profile.measures(measures);
        var checks = new ArrayList<Check>();
        for (var constraint : wish.constraints()) {
            var outcome = Comparison.of(constraint, known);
            if (outcome != Outcome.MET && Comparison.of(constraint, profile.further(measures)) == Outcome.MET) {
                outcome = Outcome.MET;
            }
            checks.add(new Check(constraint, outcome));
        }
        return checks;
    }

    static double round(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
