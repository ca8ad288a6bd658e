package org.quartermaster.procurement.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {
    private static final Locale USUAL = Locale.getDefault();

    @AfterEach
    void goHome() {
        Locale.setDefault(USUAL);
    }

    private static Word only(String text) {
        var words = Folding.words(text);
        assertEquals(1, words.size(), text);
        return words.get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "а,a,a",
        "ѓ,gj,g",
        "ђ,dj,d",
        "ё,e,e",
        "є,je,je",
        "ж,zh,z",
        "ѕ,dz,z",
        "и,i,i",
        "і,i,i",
        "ї,ji,ji",
        "ј,j,j",
        "й,j,j",
        "љ,lj,lj",
        "њ,nj,nj",
        "ќ,kj,k",
        "ћ,c,c",
        "х,h,h",
        "ц,c,c",
        "ч,ch,c",
        "џ,dzh,dz",
        "ш,sh,s",
        "щ,sht,st",
        "ъ,a,a",
        "ы,y,y",
        "э,e,e",
        "ю,ju,ju",
        "я,ja,ja",
        "ґ,g,g",
        "обь,ob,ob",
        "š,sh,s",
        "č,ch,c",
        "ž,zh,z",
        "đ,dj,d",
        "é,e,e",
        "ć,c,c",
        "ß,ss,ss",
        "ẞ,ss,ss",
        "æ,ae,ae",
        "ǽ,ae,ae",
        "œ,oe,oe",
        "ø,o,o",
        "ǿ,o,o",
        "ł,l,l",
        "ı,i,i",
        "İ,i,i",
        "I,i,i",
        "Ѐ,e,e",
        "ѝ,i,i",
        "ў,u,u",
        "а́,a,a",
        "ﬁ,fi,fi",
        "m²,m2,m2",
        "ＡＢ,ab,ab",
        "ǆ,dzh,dz",
        "Σ,σ,σ",
        "ς,σ,σ",
        "أ,ا,ا",
        "إ,ا,ا",
        "آ,ا,ا",
        "ى,ي,ي",
        "ة,ه,ه",
        "كـتـاب,كتاب,كتاب",
        "مَدْرَسَة,مدرسه,مدرسه",
        "한글,한글,한글",
        "が,が,が",
        "Школа,shkola,skola",
        "ЌЕ,kje,ke",
        "shkola,shkola,skola",
        "Gjorgji,gjorgji,gorgi",
        "со\u00ADвет,sovet,sovet"
    })
    void eachLetterHasItsTwoSpellings(String text, String digraph, String bare) {
        var word = only(text);

        assertEquals(digraph, word.digraph());
        assertEquals(bare, word.bare());
    }

    @Test
    void decomposedAndComposedTextAreOne() {
        assertEquals(Folding.key("Đorđe ѓубре škola"), Folding.key("Đorđe г\u0301убре s\u030Ckola"));
        assertEquals(Folding.key("한글"), Folding.key("\u1112\u1161\u11AB\u1100\u1173\u11AF"));
    }

    @Test
    void wordsAreRunsOfLettersAndDigitsWithTheirPlaces() {
        var text = "Набавка (2024/001): e-mail… Škola\u200Bbr";
        var found = Folding.words(text).stream()
                .map(word -> text.substring(word.start(), word.end()))
                .toList();

        assertEquals(List.of("Набавка", "2024", "001", "e", "mail", "Škola", "br"), found);
    }

    @Test
    void placesAreThoseOfTheTextAsItWasGiven() {
        var text = "ﬁn s\u030Ckola ¾ kg";
        var words = Folding.words(text);

        assertEquals(
                "s\u030Ckola", text.substring(words.get(1).start(), words.get(1).end()));
        assertEquals(
                List.of("fin", "shkola", "3", "4", "kg"),
                words.stream().map(Word::digraph).toList());
        assertEquals("kg", text.substring(words.get(4).start(), words.get(4).end()));
    }

    @Test
    void whatHasNoLetterIsNoWord() {
        assertEquals(List.of(), Folding.words(" -- … \u0301 ـ ь "));
        assertEquals(List.of(), Folding.words(null));
    }

    @Test
    void aLongWordIsCutBetweenCharacters() {
        var word = only("a" + "\uD835\uDC00".repeat(10) + "\uD83B\uDE00" + "x".repeat(400));

        assertEquals(Folding.LONGEST, word.digraph().length());
        assertEquals(
                Folding.LONGEST - 1,
                only("a".repeat(254) + "\uD840\uDC00").digraph().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "ar", "az", "lt", "en"})
    void theLocaleOfTheMachineChangesNothing(String language) {
        var text = "TITLE İSTANBUL ISI title ı Ì ШКОЛА مدرسة ١٢";
        Locale.setDefault(Locale.ROOT);
        var usual = Folding.words(text);

        Locale.setDefault(Locale.forLanguageTag(language));

        assertEquals(usual, Folding.words(text));
        assertEquals("title", Folding.words(text).get(0).digraph());
    }

    @Test
    void foldingTwiceIsFoldingOnce() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var n = 0; n < 20_000; n++) {
            var text = random.ints(1 + random.nextInt(12), 0, 5)
                    .map(kind -> character(random, kind))
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            var words = Folding.words(text);
            var message = "seed " + seed + ", text " + text.codePoints().boxed().toList();

            assertEquals(spelled(words, true), spelled(Folding.words(spelled(words, true)), true), message);
            assertEquals(spelled(words, false), spelled(Folding.words(spelled(words, false)), false), message);
            assertTrue(words.stream().allMatch(word -> word.start() < word.end()), message);
        }
    }

    private static int character(Random random, int kind) {
        return switch (kind) {
            case 0 -> "shczdgkj čšžđ".codePointAt(random.nextInt(13));
            case 1 -> 0x400 + random.nextInt(0x60);
            case 2 -> 0x300 + random.nextInt(0x30);
            case 3 -> 0x600 + random.nextInt(0x100);
            default -> random.nextInt(0xD800);
        };
    }

    private static String spelled(List<Word> words, boolean digraph) {
        return words.stream()
                .map(word -> digraph ? word.digraph() : word.bare())
                .collect(Collectors.joining(" "));
    }
}
