package org.quartermaster.catalog.classification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.quartermaster.catalog.classification.ClassificationProposal.Decision;
import org.quartermaster.catalog.classification.ClassificationProposal.Reason;

/** Suggests codes for a name: what a known name says first, then what has most in common with it. */
final class SuggestionEngine {

    /** Candidates among which the share is taken; more of them change it in the third decimal only. */
    private static final int CANDIDATES = 100;

    /** Score of the case that no candidate is right; fitted as the weights of {@link LabelScores} are. */
    private static final double NONE_OF_THEM = -3;

    private final SuggestionIndex index;
    private final Calibration calibration;

    SuggestionEngine(SuggestionIndex index, Calibration calibration) {
        this.index = index;
        this.calibration = calibration;
    }

    SuggestionIndex index() {
        return index;
    }

    /**
     * The best codes, surest first; the same data always give the same answer.
     *
     * @param limit most suggestions wanted, at least 1
     */
    ClassificationProposal suggest(SuggestionInput input, TenantExamples tenant, int limit) {
        WeighedInput weighed = WeighedInput.of(input, index);
        if (weighed.isEmpty()) {
            return proposal(Reason.NOTHING_IN_COMMON, List.of());
        }
        QueryTerms query = index.space().vectors(weighed.words());
        List<KnownCode> known = KnownCode.of(weighed.name(), index, tenant, calibration);
        List<Corpus.Comparison> compared =
                List.of(tenant.corpus().compare(query), index.corpus().compare(query));
        LabelScores scores = index.scores();
        compared.forEach(comparison -> comparison.each(scores));
        List<ScoredLabel> ranked = rank(scores, weighed.name(), tenant);
        List<Chosen> chosen = choose(known, ranked, limit);
        if (chosen.isEmpty()) {
            return proposal(Reason.NOTHING_IN_COMMON, List.of());
        }
        EvidenceFinder evidence = new EvidenceFinder(index, weighed, query, scores, compared);
        return proposal(
                reason(chosen.get(0)),
                chosen.stream().map(one -> view(one, evidence)).toList());
    }

    private List<ScoredLabel> rank(LabelScores scores, String name, TenantExamples tenant) {
        List<ScoredLabel> best = IntStream.range(0, index.labels().size())
                .filter(label -> scores.mayWin(label) && !tenant.refuses(name, label))
                .mapToObj(label -> new ScoredLabel(label, index.label(label).code(), scores.of(label), 0))
                .sorted(ScoredLabel.BEST_FIRST)
                .limit(CANDIDATES)
                .toList();
        return shares(best);
    }

    private static List<ScoredLabel> shares(List<ScoredLabel> best) {
        // NB: counted in the total only, so that a single faint candidate does not look sure.
        double total =
                best.isEmpty() ? 1 : StrictMath.exp(NONE_OF_THEM - best.get(0).score());
        for (ScoredLabel label : best) {
            total += StrictMath.exp(label.score() - best.get(0).score());
        }
        double sum = total;
        return best.stream()
                .map(label -> label.withShare(
                        StrictMath.exp(label.score() - best.get(0).score()) / sum))
                .toList();
    }

    private List<Chosen> choose(List<KnownCode> known, List<ScoredLabel> ranked, int limit) {
        List<Chosen> chosen = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        double left = 1;
        for (KnownCode code : known) {
            chosen.add(new Chosen(code.label(), code.confidence(), code.share(), true));
            taken.add(code.label());
            left -= code.confidence();
        }
        for (int i = 0; i < ranked.size(); i++) {
            ScoredLabel label = ranked.get(i);
            if (taken.add(label.label())) {
                double measured = i == 0 ? calibration.first(label.share()) : calibration.other(label.share());
                chosen.add(new Chosen(label.label(), measured * left, label.share(), false));
            }
        }
        return chosen.stream().sorted(Chosen.SUREST_FIRST).limit(limit).toList();
    }

    private Reason reason(Chosen first) {
        if (first.known()) {
            return Reason.KNOWN_NAME;
        }
        return first.share() >= calibration.threshold() ? Reason.SURE_ENOUGH : Reason.BELOW_THRESHOLD;
    }

    private ClassificationSuggestion view(Chosen chosen, EvidenceFinder evidence) {
        ClassificationLabel label = index.label(chosen.label());
        return new ClassificationSuggestion(
                label.code(),
                label.titles().get(0),
                rounded(chosen.confidence()),
                chosen.share(),
                chosen.known() ? "learned" : "text",
                evidence.of(chosen.label(), chosen.known()));
    }

    private static double rounded(double confidence) {
        return StrictMath.round(confidence * 10_000) / 10_000.0;
    }

    private ClassificationProposal proposal(Reason reason, List<ClassificationSuggestion> suggestions) {
        boolean sure = reason == Reason.KNOWN_NAME || reason == Reason.SURE_ENOUGH;
        return new ClassificationProposal(
                sure ? Decision.PROPOSE : Decision.ABSTAIN, reason, suggestions, index.version());
    }

    private record Chosen(int label, double confidence, double share, boolean known) {

        static final Comparator<Chosen> SUREST_FIRST = Comparator.comparing(Chosen::known)
                .reversed()
                .thenComparing(Comparator.comparingDouble(Chosen::share).reversed());
    }
}
