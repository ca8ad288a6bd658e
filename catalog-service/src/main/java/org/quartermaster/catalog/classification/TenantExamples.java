package org.quartermaster.catalog.classification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one tenant confirmed and rejected, laid over the shared index for this tenant alone.
 *
 * <p>Never changes: {@link #with} makes the next state, so that a reader sees a verdict wholly or not at all.
 */
final class TenantExamples {

    private final SuggestionIndex index;
    private final Corpus confirmed;
    private final Set<Pair> rejected;

    private TenantExamples(SuggestionIndex index, Corpus confirmed, Set<Pair> rejected) {
        this.index = index;
        this.confirmed = confirmed;
        this.rejected = rejected;
    }

    static TenantExamples none(SuggestionIndex index) {
        return new TenantExamples(index, Corpus.empty(), Set.of());
    }

    /** The state after these verdicts, later ones over earlier; a code that the index lacks is passed over. */
    TenantExamples with(List<TenantVerdict> verdicts) {
        Corpus corpus = confirmed;
        Set<Pair> refused = new HashSet<>(rejected);
        List<Passage> added = new ArrayList<>();
        for (TenantVerdict verdict : verdicts) {
            Pair pair = new Pair(index.fold(verdict.name()), index.placeOf(verdict.code()));
            if (pair.label >= 0) {
                corpus = corpus.without(pair.folded, pair.label);
                added.removeIf(pair::isOf);
                refused.remove(pair);
                switch (verdict.verdict()) {
                    case CONFIRMED -> added.add(new Passage(verdict.name(), pair.folded, pair.label, 1));
                    case REJECTED -> refused.add(pair);
                    case WITHDRAWN -> {}
                }
            }
        }
        return new TenantExamples(index, corpus.with(added, index.space()), refused);
    }

    Corpus corpus() {
        return confirmed;
    }

    boolean refuses(String folded, int label) {
        return rejected.contains(new Pair(folded, label));
    }

    private record Pair(String folded, int label) {

        boolean isOf(Passage passage) {
            return passage.label() == label && passage.folded().equals(folded);
        }
    }
}
