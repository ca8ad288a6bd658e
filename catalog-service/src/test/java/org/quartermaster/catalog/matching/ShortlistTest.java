package org.quartermaster.catalog.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.matching.Shortlist.Found;

/** Rare words choose; common ones only together; unknown ones are looked for as mistyped where little else is known. */
class ShortlistTest {
    private static final int ALL = 100_000;

    private final Shortlist shortlist = new Shortlist(
            ALL,
            Map.of(
                    "bolt", new Found(1_001, null),
                    "steel", new Found(1_001, null),
                    "anchor", new Found(3, List.of(7L, 8L, 9L)),
                    "m10", new Found(2, List.of(8L, 20L))));

    private static Map<String, Double> sought(String text) {
        return SoughtWords.of(Wish.of(text, null, null, List.of()));
    }

    @Test
    void theArticleWithMostRareWordsComesFirst() {
        assertThat(shortlist.of(sought("anchor bolt m10"), List.of())).startsWith(8L);
    }

    @Test
    void whatIsCertainIsAlwaysThere() {
        assertThat(shortlist.of(sought("anchor"), List.of(99L))).contains(99L);
    }

    @Test
    void commonWordsAreLookedUpTogether() {
        assertThat(shortlist.phrases(sought("steel bolt"))).containsExactly("steel bolt");
        assertThat(shortlist.phrases(sought("steel anchor bolt"))).containsExactly("steel bolt");
        assertThat(shortlist.phrases(sought("bolt"))).containsExactly("bolt");
        assertThat(shortlist.phrases(sought("anchor bolt"))).isEmpty();
    }

    @Test
    void unknownWordsAreMistypedOnesWhereLittleElseIsKnown() {
        assertThat(shortlist.unknown(sought("ancor"))).containsExactly("ancor");
        assertThat(shortlist.unknown(sought("anchor bolt steel galvanisd"))).isEmpty();
    }

    @Test
    void aMistypedWordStandsForRareOnesAndForTheLikestCommonOne() {
        var meanings = Map.of("stel", List.of("steel", "bolt", "anchor", "unheard"));

        assertThat(shortlist.corrected(sought("stel"), meanings))
                .containsExactly(entry("steel", 0.8), entry("anchor", 0.8));
        assertThat(shortlist.corrected(sought("anchor bolt stel"), meanings)).containsKey("stel");
        assertThat(shortlist.corrected(sought("ancor"), meanings)).containsOnlyKeys("ancor");
    }

    @Test
    void anAmountIsSoughtWithItsUnitAsOneWordToo() {
        assertThat(sought("disc 125 mm")).containsKeys("disc", "125", "125mm");
    }
}
