package org.quartermaster.procurement.question;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Answers by sentences that are copied from the sources; no word is its own. */
final class ExtractiveAnswers implements AnswerProvider {
    private static final int MOST_SENTENCES = 5;

    /** What a word counts that an earlier sentence has already told of. */
    private static final double TOLD = 0.2;

    /** A sentence that adds less than this share of what the first one gave is left out. */
    private static final double WORTH = 0.3;

    private record Sentence(int source, int place, String text, Set<AskedWord> words) {
        double worth(Set<AskedWord> told) {
            return words.stream()
                    .mapToDouble(word -> told.contains(word) ? word.weight() * TOLD : word.weight())
                    .sum();
        }
    }

    @Override
    public Uni<Draft> answer(String question, List<AskedWord> words, List<Source> sources) {
        return Uni.createFrom().item(() -> answer(words, sources));
    }

    private static Draft answer(List<AskedWord> words, List<Source> sources) {
        var chosen = choose(sentences(words, sources));
        if (chosen.isEmpty()) {
            return Draft.NONE;
        }
        chosen.sort(Comparator.comparingInt(Sentence::source).thenComparingInt(Sentence::place));
        var text = chosen.stream()
                .map(sentence -> sentence.text() + " [" + sentence.source() + "]")
                .collect(Collectors.joining(" "));
        var cited = chosen.stream().map(Sentence::source).collect(Collectors.toCollection(TreeSet::new));
        return new Draft(text, cited);
    }

    /** Those with a word that was asked for, each text once: passages overlap. */
    private static List<Sentence> sentences(List<AskedWord> words, List<Source> sources) {
        var texts = new HashSet<String>();
        var sentences = new ArrayList<Sentence>();
        for (var source : sources) {
            var place = 0;
            for (var text : Sentences.of(source.text())) {
                var has = words.stream().filter(word -> word.isIn(text)).collect(Collectors.toSet());
                if (!has.isEmpty() && texts.add(text)) {
                    sentences.add(new Sentence(source.n(), place, text, has));
                }
                place++;
            }
        }
        return sentences;
    }

    private static List<Sentence> choose(List<Sentence> sentences) {
        var left = new ArrayList<>(sentences);
        var chosen = new ArrayList<Sentence>();
        var told = new HashSet<AskedWord>();
        var least = 0.0;
        while (chosen.size() < MOST_SENTENCES && !left.isEmpty()) {
            // NB: of equals the first one, which stands in the better source.
            var best = left.get(0);
            for (var sentence : left) {
                best = sentence.worth(told) > best.worth(told) ? sentence : best;
            }
            var worth = best.worth(told);
            if (worth < least) {
                break;
            }
            least = chosen.isEmpty() ? worth * WORTH : least;
            chosen.add(best);
            told.addAll(best.words());
            left.remove(best);
        }
        return chosen;
    }
}
