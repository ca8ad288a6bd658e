package org.quartermaster.platform.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@A", " =1", "\n=1", "\tx", "\rx", "\u0000x"})
    void textThatASpreadsheetTakesForAFormulaGetsAnApostrophe(String text) {
        assertThat(CsvText.guarded(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", "1HGCM", "1-1", "it's", "'=1"})
    void otherTextStaysAsItIs(String text) {
        assertThat(CsvText.guarded(text)).isEqualTo(text);
    }
}
