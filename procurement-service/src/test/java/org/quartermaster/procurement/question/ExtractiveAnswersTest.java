package org.quartermaster.procurement.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quartermaster.procurement.text.Folding;
import org.quartermaster.procurement.text.Word;

/** How answers are put together, and how sure they are. */
final class ExtractiveAnswersTest {
    private static final List<String> WORDS =
            List.of("gloves", "helmets", "delivered", "blue", "deadline", "may", "level", "ракавици", "1:", "e.g.");

    private static Source source(int n, String text) {
        return new Source(n, "t", null, 0, text, 0, text.length(), 1.0);
    }

    private static List<AskedWord> asked(String question) {
        return AskedWord.terms(question).stream()
                .map(term -> AskedWord.of(term, 10))
                .toList();
    }

    private static Draft answer(String question, Source... sources) {
        return new ExtractiveAnswers()
                .answer(question, asked(question), List.of(sources))
                .await()
                .indefinitely();
    }

    @Test
    void citesTheSourceOfEachSentence() {
        var draft = answer(
                "Which gloves, and what deadline?",
                source(1, "Gloves are blue. The sky too."),
                source(2, "Nothing here. The deadline is in May."));

        assertThat(draft.text()).isEqualTo("Gloves are blue. [1] The deadline is in May. [2]");
        assertThat(draft.cited()).containsExactly(1, 2);
    }

    @Test
    void hasFiveSentencesAtMost() {
        var text = IntStream.range(0, 20)
                .mapToObj(n -> "Gloves of size " + n + ".")
                .collect(Collectors.joining(" "));

        assertThat(answer("gloves", source(1, text)).text().split("\\[1]")).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void saysASentenceOnceThatTwoSourcesHave() {
        assertThat(answer("gloves", source(1, "Gloves are blue."), source(2, "Gloves are blue."))
                        .text())
                .isEqualTo("Gloves are blue. [1]");
    }

    @Test
    void isNoneWhereNoSentenceSpeaksOfIt() {
        assertThat(answer("ladders", source(1, "Gloves are blue."))).isEqualTo(Draft.NONE);
    }

    @Test
    void hasNoWordThatIsNotInASource() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var i = 0; i < 300; i++) {
            var first = source(1, text(random));
            var second = source(2, text(random));

            var draft = answer(text(random), first, second);

            if (draft.text() != null) {
                var said = words(draft.text().replaceAll("\\[[12]]", " "));
                assertThat(words(first.text() + " " + second.text()))
                        .as("seed %d", seed)
                        .containsAll(said);
            }
        }
    }

    private static String text(Random random) {
        return random.ints(1 + random.nextInt(60), 0, WORDS.size())
                .mapToObj(word -> WORDS.get(word) + (random.nextInt(5) == 0 ? ". " : " "))
                .collect(Collectors.joining());
    }

    private static Set<String> words(String text) {
        return Folding.words(text).stream().map(Word::bare).collect(Collectors.toSet());
    }

    @Test
    void theLevelsOfConfidenceBeginWhereTheyShould() {
        assertThat(Confidence.of(0.80).level()).isEqualTo(Confidence.Level.HIGH);
        assertThat(Confidence.of(0.79).level()).isEqualTo(Confidence.Level.MEDIUM);
        assertThat(Confidence.of(0.60).level()).isEqualTo(Confidence.Level.MEDIUM);
        assertThat(Confidence.of(0.59).level()).isEqualTo(Confidence.Level.LOW);
    }

    @Test
    void aRareWordCountsForMoreThanACommonOne() {
        var terms = AskedWord.terms("gloves zirconium");
        var words = List.of(AskedWord.of(terms.get(0), 2_001), AskedWord.of(terms.get(1), 1));

        assertThat(Confidence.of(words, List.of(source(1, "zirconium")), Set.of(1))
                        .level())
                .isEqualTo(Confidence.Level.HIGH);
        assertThat(Confidence.of(words, List.of(source(1, "gloves")), Set.of(1)).level())
                .isEqualTo(Confidence.Level.LOW);
    }

    @Test
    void onlyCitedSourcesMakeSure() {
        var words = asked("gloves");

        assertThat(Confidence.of(words, List.of(source(1, "x"), source(2, "gloves")), Set.of(1))
                        .score())
                .isEqualByComparingTo("0");
    }
}
