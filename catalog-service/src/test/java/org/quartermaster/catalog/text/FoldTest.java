package org.quartermaster.catalog.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that mean the same fold to the same. */
class FoldTest {
    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({
        "Crème Brûlée, creme brulee",
        "Größe, grosse",
        "ŁÓDŹ, lodz",
        "ｆｕｌｌ　ｗｉｄｔｈ １２, full width 12",
        "Ёлка, елка",
        "Йод, йод",
        "Ђурђевак, ђурђевак",
        "١٢٣, 123",
        "۴۵, 45",
        "१२, 12",
        "قُفَّازَات, قفازات",
        "أحمد إلى, احمد الي",
        "خوذة, خوذه",
        "كـــبير, كبير",
        "Gloves, glove",
        "boxes, box",
        "batteries, battery",
        "glasses, glass",
        "lenses, lens",
        "STAINLESS, stainless",
        "'  a \t b ', a b"
    })
    void foldsToTheSameForm(String text, String folded) {
        assertThat(Fold.fold(text)).isEqualTo(folded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "ar", "az", "de"})
    void doesNotDependOnTheLanguageOfTheMachine(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));

        assertThat(Fold.fold("IMPACT DRILL İstanbul ١٢ I")).isEqualTo("impact drill istanbul 12 i");
        assertThat(Key.of("gl-i400i")).isEqualTo("GLI400I");
        assertThat(Slug.of("DRILL I 5")).isEqualTo("drill-i-5");
    }

    @Test
    void foldingTwiceChangesNothing() {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (var j = 0; j < 12; j++) {
                text.appendCodePoint(letter(random));
            }
            var once = Fold.fold(text.toString());
            assertThat(Fold.fold(once)).as("fold of %s", text).isEqualTo(once);
        }
    }

    private static int letter(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> "esixzuy h".charAt(random.nextInt(9));
            case 1 -> 0xC0 + random.nextInt(0x180);
            case 2 -> 0x600 + random.nextInt(0x100);
            case 3 -> 0x400 + random.nextInt(0x100);
            default -> 0x20 + random.nextInt(0xD000);
        };
    }

    @Test
    void splitsIntoWordsAndKeepsDecimals() {
        assertThat(Words.of("Angle-Grinders 125mm, 2,5 kg (كفوف)"))
                .containsExactly("angle", "grinder", "125mm", "2.5", "kg", "كفوف");
    }

    @ParameterizedTest
    @CsvSource({"gl-400 l, GL400L", "GL.400/L, GL400L", "дс-٤٥, ДС45", "'--', ''"})
    void keysKeepLettersAndDigitsOnly(String number, String key) {
        assertThat(Key.of(number)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "Test Product!, test-product",
        "Перчатки №5, перчатки-no5",
        "قفازات عمل, قفازات-عمل",
        "Café ¡olé!, cafe-ole",
        "'???', item",
        "Gloves, gloves"
    })
    void slugsKeepLettersOfAnyScript(String name, String slug) {
        assertThat(Slug.of(name)).isEqualTo(slug);
    }

    @Test
    void aTakenSlugGetsTheNextNumber() {
        assertThat(Slug.free("Drill", name -> name.equals("drill") || name.equals("drill-2")))
                .isEqualTo("drill-3");
    }
}
