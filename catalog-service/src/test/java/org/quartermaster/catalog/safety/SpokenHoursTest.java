package org.quartermaster.catalog.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hours are taken from a text that names them once, and from no other. */
class SpokenHoursTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drilling concrete for 3 hours | 3",
                "2.5 h of grinding | 2.5",
                "grind 1,5 hrs | 1.5",
                "1 HOUR with a drill | 1"
            })
    void oneSpanIsTaken(String text, String hours) {
        assertThat(SpokenHours.in(text)).isEqualByComparingTo(new BigDecimal(hours));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"drilling 3 holes", "3 hours of drilling, 2 hours of grinding", "for 0 hours", "3 horses", ""})
    void whatNamesNoneOrSeveralNamesNone(String text) {
        assertThat(SpokenHours.in(text)).isNull();
    }

    @Test
    void noTextNamesNone() {
        assertThat(SpokenHours.in(null)).isNull();
    }
}
