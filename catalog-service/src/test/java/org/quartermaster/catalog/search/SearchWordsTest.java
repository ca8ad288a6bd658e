package org.quartermaster.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the text of a search becomes a query. */
class SearchWordsTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "Hammer Drills; (('hammer') & ('drill'))",
                "\"red gloves\" -blue; (('red' <-> 'glove') & !('blue'))",
                "a OR b c; (('a')) | (('b') & ('c'))",
                "gl-400; (('gl') & ('400'))",
                "18 V drill; ((('18v') | ('18' <-> 'v')) & ('drill'))",
                "18V; ((('18v') | ('18' <-> 'v')))",
                "“red glove; (('red' <-> 'glove'))",
                "OR OR a -; (('a'))",
                "it's; (('it') & ('s'))"
            })
    void wordsPhrasesAndSignsAreRead(String typed, String query) {
        assertThat(SearchWords.of(typed).all()).isEqualTo(query);
    }

    @Test
    void aTextWithoutLettersHasNoWords() {
        var words = SearchWords.of("\" ( - % \\ 🛠");

        assertThat(words.all()).isNull();
        assertThat(words.some()).isNull();
        assertThat(words.mistypable()).isEmpty();
    }

    @Test
    void someWordsAreAnyOfThoseWantedAndNoneOfTheOthers() {
        assertThat(SearchWords.of("red \"blue glove\" -old").some())
                .isEqualTo("(('red') | ('blue') | ('glove')) & !('old')");
        assertThat(SearchWords.of("red").some()).isNull();
    }

    @Test
    void aWordMayBeMeantForOthers() {
        var words = SearchWords.of("hamer 18v dril -dril");

        assertThat(words.mistypable()).isEqualTo(List.of("hamer", "dril"));
        assertThat(words.typos(Map.of("hamer", List.of("hammer"))))
                .isEqualTo("(('hamer' | 'hammer') & (('18v') | ('18' <-> 'v')) & ('dril') & !('dril'))");
        assertThat(words.typos(Map.of())).isNull();
    }
}
