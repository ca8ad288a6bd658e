package org.quartermaster.platform.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@A", " =1", "\n=1", "\tx", "\rx", "\u0000x"})
    void textThatASpreadsheetTakesForAFormulaGetsAnApostrophe(String text) {
        assertEquals("'" + text, CsvText.guarded(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", "1HGCM", "1-1", "it's", "'=1"})
    void otherTextStaysAsItIs(String text) {
        assertEquals(text, CsvText.guarded(text));
    }

    @Test
    void recordsAreLinesThatComeBackAsTheyWere() {
        var lines = CsvText.lines(List.of(List.of("a", "b,c"), List.of("", "say \"d\"\ne")));

        assertEquals("a,\"b,c\"\r\n,\"say \"\"d\"\"\ne\"\r\n", lines);
    }
}
