package org.quartermaster.catalog.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Makes an engine of titles and examples, with its confidence measured on examples held back for that. */
final class ClassificationTraining {

    /** What the threshold of a proposal keeps, from the specification of the suggestions. */
    private static final double PRECISION = 0.85;

    private static final int MOST = 5;

    private final List<ClassificationLabel> labels;
    private final UnaryOperator<String> fold;

    ClassificationTraining(List<ClassificationLabel> labels, UnaryOperator<String> fold) {
        this.labels = labels;
        this.fold = fold;
    }

    /** An engine of all examples, calibrated on a fifth of them by one that did not know this fifth. */
    SuggestionEngine train(List<LabelledText> examples) {
        return new SuggestionEngine(new SuggestionIndex(labels, examples, fold), calibration(examples));
    }

    /** The confidence measured on a fifth of the examples by an engine that did not know this fifth. */
    Calibration calibration(List<LabelledText> examples) {
        NameSplit split = NameSplit.of(examples);
        SuggestionEngine engine =
                new SuggestionEngine(new SuggestionIndex(labels, split.learned(), fold), StandardCalibration.get());
        Outcomes outcomes = new Outcomes();
        byName(split.tested()).forEach((name, codes) -> outcomes.add(suggestions(engine, name), codes));
        return outcomes.calibration();
    }

    private static List<ClassificationSuggestion> suggestions(SuggestionEngine engine, String name) {
        return engine.suggest(SuggestionInput.named(name), TenantExamples.none(engine.index()), MOST)
                .suggestions();
    }

    static Map<String, Set<String>> byName(List<LabelledText> texts) {
        return texts.stream()
                .collect(Collectors.groupingBy(
                        LabelledText::text, TreeMap::new, Collectors.mapping(LabelledText::code, Collectors.toSet())));
    }

    /** What became of the suggestions for names of which the codes are known. */
    private static final class Outcomes {

        private final List<Outcome> firsts = new ArrayList<>();
        private final List<Outcome> others = new ArrayList<>();
        private final List<Outcome> known = new ArrayList<>();

        void add(List<ClassificationSuggestion> suggestions, Set<String> codes) {
            for (int rank = 0; rank < suggestions.size(); rank++) {
                ClassificationSuggestion suggestion = suggestions.get(rank);
                boolean right = codes.contains(suggestion.code());
                listOf(suggestion, rank).add(new Outcome(suggestion.rawScore(), right));
            }
        }

        private List<Outcome> listOf(ClassificationSuggestion suggestion, int rank) {
            if (suggestion.method().equals("learned")) {
                return known;
            }
            return rank == 0 ? firsts : others;
        }

        Calibration calibration() {
            return StandardCalibration.measured(firsts, others, known, PRECISION);
        }
    }
}
