package org.quartermaster.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The units and currencies that the service starts with. */
@CatalogTest
class ReferenceRowsTest {
    private static String ask(String sql) throws SQLException {
        try (var session = CatalogSession.as("catalog_app")) {
            return session.value(sql);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, INH, 25.4, MMT",
        "1, LBR, 453.59237, GRM",
        "212, FAH, 100, CEL",
        "1, BAR, 100000, PAL",
        "1, GLL, 3785.411784, MLT",
        "2, DZN, 12, PR"
    })
    void unitsOfOneDimensionAreConverted(BigDecimal value, String unit, BigDecimal other, String otherUnit)
            throws SQLException {
        var converted = ask("""
                select (%s * u.factor + u.shift - o.shift) / o.factor
                from catalog.unitofmeasure u join catalog.unitofmeasure o on o.dimension = u.dimension
                where u.code = '%s' and o.code = '%s'
                """.formatted(value, unit, otherUnit));

        assertThat(new BigDecimal(converted)).isCloseTo(other, within(new BigDecimal("0.0000000001")));
    }

    @ParameterizedTest
    @CsvSource({"قطعة, C62", "caja, BX", "boîte, BX", "stück, C62", "упаковка, PK", "комад, C62", "кутии, BX", "box, BX"
    })
    void aUnitHasItsWordsInEachLanguage(String word, String code) throws SQLException {
        assertThat(ask("select code from catalog.unitofmeasure where aliases ? '%s'".formatted(word)))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"USD, 2", "JPY, 0", "KWD, 3", "MKD, 2", "CLF, 4"})
    void aCurrencyHasItsMinorUnits(String code, String units) throws SQLException {
        assertThat(ask("select minor_units from catalog.currency where code = '%s'".formatted(code)))
                .isEqualTo(units);
    }

    @Test
    void whatNobodyPaysInIsNoCurrency() throws SQLException {
        assertThat(ask("select count(*) from catalog.currency where code in ('XXX', 'XTS', 'XAU', 'XDR')"))
                .isEqualTo("0");
    }
}
