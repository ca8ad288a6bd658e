package org.quartermaster.procurement.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchVectorTest {
    private static Term term(String text) {
        return Term.parse(text).orElseThrow();
    }

    @Test
    void bothSpellingsShareTheirPlace() {
        assertEquals(
                "'nova':4A 'shkola':5A 'skola':5A",
                SearchVector.of("Нова школа", null, null, null).literal());
    }

    @Test
    void eachPartHasItsLabel() {
        var vector = SearchVector.of("a", "b a", "c", "d");

        assertEquals("'a':6A,9B 'b':8B 'c':2C 'd':4", vector.literal());
        assertTrue(vector.has(term("a"), Set.of(Part.DESCRIPTION)));
        assertFalse(vector.has(term("b"), Set.of(Part.TITLE, Part.BUYER)));
    }

    @Test
    void noTermReachesFromOnePartIntoTheNext() {
        var vector = SearchVector.of("work gloves", "safety shoes", null, null);

        assertTrue(vector.has(term("work gloves")));
        assertFalse(vector.has(term("gloves safety")));
    }

    @Test
    void wordsFarBackAreFoundAlonePhrasesAreNot() {
        var vector = SearchVector.of(null, "x y " + "word ".repeat(20_000) + "blue pump", null, null);

        assertTrue(vector.has(term("pump")));
        assertTrue(vector.has(term("x y")));
        assertFalse(vector.has(term("blue pump")));
    }

    @Test
    void aWordKeepsAPlaceInEveryPartHoweverOftenItStandsInOne() {
        var vector = SearchVector.of("pump ".repeat(300), "a pump", null, null);

        assertTrue(vector.has(term("pump"), Set.of(Part.DESCRIPTION)));
        assertTrue(vector.has(term("a pump"), Set.of(Part.DESCRIPTION)));
    }

    @Test
    void textAfterTheMostCharactersIsLeftOut() {
        var filler = "ab ".repeat(166_666);

        assertTrue(
                SearchVector.of("t", filler.substring(10) + " end", null, null).has(term("end")));
        assertFalse(SearchVector.of("t", filler + " end", null, null).has(term("end")));
        assertTrue(SearchVector.of("t", filler + " end", "buyer", null).has(term("buyer")));
    }
}
