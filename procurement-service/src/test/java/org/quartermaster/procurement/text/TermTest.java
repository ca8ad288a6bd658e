package org.quartermaster.procurement.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermTest {
    private static final Set<Part> ALL = Set.of(Part.values());

    private static Term term(String text) {
        return Term.parse(text).orElseThrow();
    }

    private static boolean finds(String term, String text) {
        return SearchVector.ofChunk(text).has(term(term));
    }

    @Test
    void allWaysToWriteASchoolFindEachOther() {
        var ways = List.of("škola", "skola", "shkola", "школа", "ŠKOLA", "Школа");
        for (var one : ways) {
            for (var other : ways) {
                assertTrue(finds(one, "nova " + other + " vo grad"), one + " in " + other);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "IT, edit, false",
        "IT, it services, true",
        "it, items, false",
        "шах, шахта, false",
        "жик, жик, true",
        "serv, services, true",
        "serv*, services, true",
        "se*, services, true",
        "=serv, services, false",
        "=services, Services, true",
        "it serv, it services, true",
        "it serv, services it, false",
        "it serv, it old services, false",
        "e-mail, e mail, true",
        "e-mail, email, false",
        "2024/001, 2024-001, true",
        "m2, 40 m², true",
        "работни ракавици, набавка на работни ракавици, true",
        "rabotni rakavici, работни ракавици, true",
        "=it =serv, it services, false",
        "it* serv, items services, true",
        "مدرسة, المدرسة مدرسه, true"
    })
    void aTermFinds(String term, String text, boolean expected) {
        assertEquals(expected, finds(term, text));
        assertEquals(expected, term(term).find(Folding.words(text)).isPresent());
    }

    @Test
    void whatHasNoWordIsNoTerm() {
        assertTrue(Term.parse(" *** = - ").isEmpty());
        assertTrue(Term.parse("").isEmpty());
    }

    @Test
    void theSameTermIsATsquery() {
        assertEquals("('shkola':* | 'skola':*)", term("школа").tsquery(ALL));
        assertEquals("'it':A", term("IT").tsquery(Set.of(Part.TITLE)));
        assertEquals("('it':AB <-> 'serv':*AB)", term("it serv").tsquery(Set.of(Part.DESCRIPTION, Part.TITLE)));
        assertEquals("'it' | ('e' <-> 'mail':*)", Term.anyOf(List.of(term("it"), term("e-mail")), ALL));
    }

    @Test
    void aPassageIsShownWithTheWordsAroundIt() {
        var text = "Отворена постапка за јавна набавка на работни ракавици и чевли за потребите на комуналното "
                + "претпријатие во текот на годината";
        var place = term("rabotni rakavici").find(Folding.words(text)).orElseThrow();

        assertEquals("работни ракавици", text.substring(place.start(), place.end()));
        assertEquals(
                "Отворена постапка за јавна набавка на работни ракавици и чевли за потребите на комуналното претпријатие во текот…",
                place.in(text));
        assertEquals("IT", term("it").find(Folding.words("IT")).orElseThrow().in("IT"));
    }

    @Test
    void aTextThatHasATermHasOneOfItsKeys() {
        var seed = System.nanoTime();
        var texts = new RandomTexts(new Random(seed));
        for (var n = 0; n < 5_000; n++) {
            var vector = SearchVector.ofChunk(texts.text(8));
            var term = texts.term();
            if (vector.has(term)) {
                assertTrue(
                        term.keys().stream().anyMatch(key -> vector.spellings().stream()
                                .anyMatch(spelling -> key.isPrefix()
                                        ? spelling.startsWith(key.spelling())
                                        : spelling.equals(key.spelling()))),
                        "seed " + seed + ", term " + term);
            }
        }
    }

    @Test
    void aTermIsInTheVectorWhereItIsInTheText() {
        var seed = System.nanoTime();
        var texts = new RandomTexts(new Random(seed));
        for (var n = 0; n < 5_000; n++) {
            var text = texts.text(8);
            var term = texts.term();

            assertEquals(
                    term.find(Folding.words(text)).isPresent(),
                    SearchVector.ofChunk(text).has(term),
                    "seed " + seed + ", term " + term + ", text " + text);
        }
    }
}
