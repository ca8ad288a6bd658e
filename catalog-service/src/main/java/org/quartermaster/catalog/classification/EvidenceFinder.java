package org.quartermaster.catalog.classification;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says for the chosen labels which passages, words and kin spoke for them. */
final class EvidenceFinder {

    private static final int EXAMPLES = 3;
    private static final int WORDS = 3;
    private static final int VOTERS = 10;
    private static final int DECIMALS = 4;

    private final SuggestionIndex index;
    private final QueryTerms query;
    private final Set<String> words = new LinkedHashSet<>();
    private final LabelScores scores;
    private final List<Corpus.Comparison> compared;

    EvidenceFinder(
            SuggestionIndex index,
            WeighedInput input,
            QueryTerms query,
            LabelScores scores,
            List<Corpus.Comparison> compared) {
        this.index = index;
        this.query = query;
        this.scores = scores;
        this.compared = compared;
        input.words().keySet().forEach(words::addAll);
    }

    List<ClassificationEvidence> of(int label, boolean known) {
        List<Vote> voters = voters(label);
        List<ClassificationEvidence> evidence = new ArrayList<>(common(voters));
        voters.stream()
                .filter(vote -> !vote.passage.isTitle())
                .limit(EXAMPLES)
                .forEach(vote -> evidence.add(
                        new ClassificationEvidence("example", vote.passage.text(), rounded(vote.similarity))));
        evidence.add(
                known
                        ? rule("known_name", 1)
                        : rule("group " + index.label(label).group(), scores.kinShare(label)));
        return evidence;
    }

    private List<Vote> voters(int label) {
        List<Vote> votes = new ArrayList<>();
        compared.forEach(comparison -> comparison.each((passage, byPhrases, byParts) -> {
            if (passage.label() == label) {
                votes.add(new Vote(passage, Math.max(byPhrases, byParts)));
            }
        }));
        return votes.stream().sorted(Vote.NEAREST_FIRST).limit(VOTERS).toList();
    }

    private List<ClassificationEvidence> common(List<Vote> voters) {
        Set<String> theirs = new HashSet<>();
        voters.forEach(vote -> theirs.addAll(Terms.words(vote.passage.folded())));
        List<ClassificationEvidence> shared = strongest(
                query.phrases(), theirs.stream().filter(words::contains).toList());
        if (!shared.isEmpty()) {
            return shared;
        }
        return strongest(query.parts(), Terms.parts(List.copyOf(theirs)));
    }

    /** The terms of the query that the others have too, the heaviest first. */
    private static List<ClassificationEvidence> strongest(TermVector vector, List<String> terms) {
        return new HashSet<>(terms)
                .stream()
                        .filter(vector.weights()::containsKey)
                        .sorted(Comparator.comparing(
                                        (String term) -> vector.weights().get(term))
                                .reversed()
                                .thenComparing(Comparator.naturalOrder()))
                        .limit(WORDS)
                        .map(term -> new ClassificationEvidence(
                                "word", term, rounded(vector.weights().get(term))))
                        .toList();
    }

    private static ClassificationEvidence rule(String text, double weight) {
        return new ClassificationEvidence("rule", text, rounded(weight));
    }

    private static double rounded(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }

    private record Vote(Passage passage, double similarity) {

        static final Comparator<Vote> NEAREST_FIRST =
                Comparator.comparingDouble(Vote::similarity).reversed().thenComparing(vote -> vote.passage.text());
    }
}
