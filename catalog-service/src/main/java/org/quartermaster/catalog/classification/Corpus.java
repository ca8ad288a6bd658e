package org.quartermaster.catalog.classification;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Passages and where their terms stand; never changes, {@link #with} and {@link #without} make new ones. */
final class Corpus {

    private final List<Passage> passages;
    private final Map<String, List<Integer>> places;
    private final BitSet withdrawn;
    private final Postings phrases;
    private final Postings parts;

    private Corpus(
            List<Passage> passages,
            Map<String, List<Integer>> places,
            BitSet withdrawn,
            Postings phrases,
            Postings parts) {
        this.passages = passages;
        this.places = places;
        this.withdrawn = withdrawn;
        this.phrases = phrases;
        this.parts = parts;
    }

    static Corpus empty() {
        return new Corpus(List.of(), Map.of(), new BitSet(), Postings.empty(), Postings.empty());
    }

    Corpus with(List<Passage> more, TermSpace space) {
        List<Passage> all = new ArrayList<>(passages);
        Map<String, List<Integer>> allPlaces = new HashMap<>(places);
        for (Passage passage : more) {
            allPlaces.merge(passage.folded(), List.of(all.size()), Corpus::joined);
            all.add(passage);
        }
        List<QueryTerms> terms = more.stream()
                .map(passage -> space.vectors(Terms.words(passage.folded())))
                .toList();
        int first = passages.size();
        return new Corpus(
                all,
                allPlaces,
                withdrawn,
                phrases.with(terms.stream().map(QueryTerms::phrases).toList(), first),
                parts.with(terms.stream().map(QueryTerms::parts).toList(), first));
    }

    Corpus without(String folded, int label) {
        BitSet fewer = (BitSet) withdrawn.clone();
        for (int place : places.getOrDefault(folded, List.of())) {
            if (passages.get(place).label() == label) {
                fewer.set(place);
            }
        }
        return new Corpus(passages, places, fewer, phrases, parts);
    }

    Comparison compare(QueryTerms query) {
        double[] byPhrases = new double[passages.size()];
        double[] byParts = new double[passages.size()];
        phrases.compare(query.phrases(), byPhrases);
        parts.compare(query.parts(), byParts);
        return new Comparison(this, byPhrases, byParts);
    }

    /** The examples with just these words, titles left out. */
    List<Passage> saying(String folded) {
        return places.getOrDefault(folded, List.of()).stream()
                .filter(place -> !withdrawn.get(place))
                .map(passages::get)
                .filter(passage -> !passage.isTitle())
                .toList();
    }

    private static List<Integer> joined(List<Integer> some, List<Integer> more) {
        List<Integer> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    interface Similarities {
        void add(Passage passage, double byPhrases, double byParts);
    }

    /** What each passage has in common with one query. */
    static final class Comparison {

        private final Corpus corpus;
        private final double[] byPhrases;
        private final double[] byParts;

        private Comparison(Corpus corpus, double[] byPhrases, double[] byParts) {
            this.corpus = corpus;
            this.byPhrases = byPhrases;
            this.byParts = byParts;
        }

        /** Gives each passage that has something in common with the query to the collector, in their order. */
        void each(Similarities collector) {
            for (int i = 0; i < byPhrases.length; i++) {
                if (byPhrases[i] + byParts[i] > 0 && !corpus.withdrawn.get(i)) {
                    collector.add(corpus.passages.get(i), byPhrases[i], byParts[i]);
                }
            }
        }
    }
}
