package org.quartermaster.catalog.specification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumericTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "18 V | 18 | 18 | V",
                "100-115mm | 100 | 115 | mm",
                "2,5 | 2.5 | 2.5 | -",
                "-20..40 °C | -20 | 40 | °C",
                "5 % | 5 | 5 | %"
            })
    void numbersAndRangesAreRead(String text, String low, String high, String unit) {
        var numeric = Numeric.read(text).orElseThrow();

        assertThat(numeric.low()).isEqualByComparingTo(low);
        assertThat(numeric.high()).isEqualByComparingTo(high);
        assertThat(numeric.unit()).isEqualTo(unit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"blue", "1,000 V", "5-3 mm", "M8", "18 V or 36 V", "1.2.3"})
    void whatMayMeanAnotherNumberIsNone(String text) {
        assertThat(Numeric.read(text)).isEmpty();
    }
}
