package org.quartermaster.equipment.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetteringTest {
    private static final Lettering.Style ARABIC = new Lettering.Style(40, 1, true);
    private static final Lettering.Style LATIN = new Lettering.Style(40, 2, false);
    private static final int WIDE = 2_000;

    private static double width(String text, Lettering.Style style) {
        return Lettering.write(text, style, WIDE).outline().getBounds2D().getWidth();
    }

    /** U+200C between letters keeps each in its isolated form, which is wider. */
    @Test
    void arabicLettersAreJoined() {
        assertThat(width("سلام", ARABIC)).isLessThan(0.9 * width("س\u200cل\u200cا\u200cم", ARABIC));
    }

    @Test
    void arabicStandsAtTheRightAndLatinAtTheLeft() {
        assertThat(Lettering.write("سلام", ARABIC, WIDE).outline().getBounds2D().getMaxX())
                .isGreaterThan(WIDE - 20);
        assertThat(Lettering.write("Hello", LATIN, WIDE).outline().getBounds2D().getMinX())
                .isLessThan(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A very long name of a machine that nobody would ever give to one, again and again",
                "MMMMMMMM" + "MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM",
                "حاصدة نيو هولاند ذات الاسم الطويل جدا الذي لا ينتهي"
            })
    void longTextsAreCutToTheirLines(String text) {
        var paragraph = Lettering.write(text, LATIN, 300);

        assertThat(paragraph.outline().getBounds2D().getWidth()).isLessThanOrEqualTo(301);
        assertThat(paragraph.height()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0007\u0001", "a\tb\nc", "\u202eabc", "😀", "\ud83d", " "})
    void oddCharactersDoNoHarm(String text) {
        assertThat(Lettering.write(text, LATIN, 300).height()).isLessThanOrEqualTo(100);
    }
}
