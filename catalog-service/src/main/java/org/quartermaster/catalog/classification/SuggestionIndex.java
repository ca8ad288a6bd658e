package org.quartermaster.catalog.classification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The titles and the global examples of one system, ready to be compared with; never changes. */
final class SuggestionIndex {

    private final UnaryOperator<String> fold;
    private final List<ClassificationLabel> labels;
    private final Map<String, Integer> places = new HashMap<>();
    private final int[] groups;
    private final int groupCount;
    private final TermSpace space;
    private final Corpus corpus;
    private final String version;

    SuggestionIndex(List<ClassificationLabel> labels, List<LabelledText> examples, UnaryOperator<String> fold) {
        this.fold = fold;
        // NB: sorted, since sums of doubles depend on their order and the answer must not depend on the reading.
        this.labels = labels.stream()
                .sorted(Comparator.comparing(ClassificationLabel::code))
                .toList();
        groups = new int[labels.size()];
        groupCount = numberLabels();
        List<Passage> passages = passages(examples);
        space = new TermSpace(textsOnce(passages));
        corpus = Corpus.empty().with(passages, space);
        version = ModelVersion.of(this.labels, passages);
    }

    List<ClassificationLabel> labels() {
        return labels;
    }

    ClassificationLabel label(int place) {
        return labels.get(place);
    }

    /** The place of a code, or -1 when it may not be suggested. */
    int placeOf(String code) {
        return places.getOrDefault(code, -1);
    }

    TermSpace space() {
        return space;
    }

    Corpus corpus() {
        return corpus;
    }

    String version() {
        return version;
    }

    LabelScores scores() {
        return new LabelScores(groups, groupCount);
    }

    /** The words of a text after folding, with single spaces between: what "the same name" means. */
    String fold(String text) {
        return String.join(" ", Terms.words(fold.apply(text)));
    }

    private int numberLabels() {
        Map<String, Integer> groupPlaces = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            places.put(labels.get(i).code(), i);
            groups[i] = groupPlaces.computeIfAbsent(labels.get(i).group(), group -> groupPlaces.size());
        }
        return groupPlaces.size();
    }

    private List<Passage> passages(List<LabelledText> examples) {
        List<Passage> passages = new ArrayList<>();
        for (ClassificationLabel label : labels) {
            for (String title : label.titles()) {
                passages.add(new Passage(title, fold(title), placeOf(label.code()), 0));
            }
        }
        examples.stream()
                .filter(example -> places.containsKey(example.code()))
                .sorted(Comparator.comparing(LabelledText::text).thenComparing(LabelledText::code))
                .map(example -> new Passage(
                        example.text(), fold(example.text()), placeOf(example.code()), Math.max(1, example.weight())))
                .forEach(passages::add);
        return passages;
    }

    /** A name with two codes is two passages, but tells of the rarity of its words once. */
    private static List<String> textsOnce(List<Passage> passages) {
        Set<String> seen = new HashSet<>();
        return passages.stream()
                .filter(passage -> passage.isTitle() || seen.add(passage.text()))
                .map(Passage::folded)
                .toList();
    }
}
