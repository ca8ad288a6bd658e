package org.quartermaster.procurement.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** How texts are cut. */
final class ChunkerTest {
    @Test
    void sharesWordsBetweenNeighbours() {
        var chunks = Chunker.cut("a b c d e f g", 4, 2);

        assertThat(chunks)
                .containsExactly(
                        new Chunk(0, "a b c d", 0, 7), new Chunk(1, "c d e f", 4, 11), new Chunk(2, "e f g", 8, 13));
    }

    @Test
    void keepsAShortTextWhole() {
        assertThat(Chunker.cut("  two\nwords ", 500, 50)).containsExactly(new Chunk(0, "two\nwords", 2, 11));
        assertThat(Chunker.cut(" \n ", 500, 50)).isEmpty();
    }

    @Test
    void cutsATextWithoutSpacesToo() {
        assertThat(Chunker.cut("x".repeat(1_000), 2, 1)).hasSize(4);
    }

    @Test
    void endsWhateverTheOverlapIs() {
        assertThat(Chunker.cut("a b c", 2, 9)).hasSize(2);
    }

    @Test
    void leavesNoWordOutAndNamesThePlaceOfEach() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var i = 0; i < 300; i++) {
            var text = random.ints(random.nextInt(400), 0, 4)
                    .mapToObj(letter -> "ab \n".substring(letter, letter + 1))
                    .reduce("", String::concat);
            var words = 1 + random.nextInt(9);
            var chunks = Chunker.cut(text, words, random.nextInt(9));

            var reached = 0;
            for (var chunk : chunks) {
                assertThat(chunk.text()).as("seed %d", seed).isEqualTo(text.substring(chunk.start(), chunk.end()));
                assertThat(text.substring(Math.min(reached, chunk.start()), chunk.start()))
                        .as("seed %d", seed)
                        .isBlank();
                assertThat(chunk.text().split("\\s+").length)
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(words);
                reached = chunk.end();
            }
            assertThat(text.substring(reached)).as("seed %d", seed).isBlank();
        }
    }
}
