package org.quartermaster.catalog.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.catalog.text.Fold;

/** Units are found by the words of eight languages and converted within their dimension. */
class UnitsTest {
    private final Units units = Units.standard();

    @ParameterizedTest
    @CsvSource({
        "pcs, C62",
        "Stück, C62",
        "шт., C62",
        "ком, C62",
        "قطعة, C62",
        "unidades, C62",
        "pièces, C62",
        "бр, C62",
        "Boxes, BX",
        "cajas, BX",
        "boîtes, BX",
        "коробок, BX",
        "علب, BX",
        "кутии, BX",
        "kg, KGM",
        "кг, KGM",
        "كغ, KGM",
        "mA, 4K",
        "MPa, MPA",
        "rolls, RO",
        "RO, RO",
        "litres, LTR",
        "Nm, NU",
        "pairs, PR",
        "أزواج, PR"
    })
    void findsAUnitByItsWord(String word, String code) {
        assertThat(units.find(word)).map(Unit::code).contains(code);
    }

    @Test
    void doesNotGuessAUnit() {
        assertThat(units.find("flux")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"450, g, kg, 0.45", "1, in, mm, 25.4", "20, °C, °F, 68", "2, hp, kW, 1.491399744", "8, bar, kPa, "})
    void convertsWithinADimension(BigDecimal value, String from, String to, BigDecimal expected) {
        var target = units.find(to);

        var converted =
                target.flatMap(unit -> units.convert(value, units.find(from).orElseThrow(), unit));

        assertThat(converted.map(
                        result -> result.setScale(9, RoundingMode.HALF_UP).stripTrailingZeros()))
                .isEqualTo(Optional.ofNullable(expected).map(BigDecimal::stripTrailingZeros));
    }

    @Test
    void doesNotConvertBetweenDimensionsOrPacks() {
        var box = units.find("box").orElseThrow();
        var kilogram = units.find("kg").orElseThrow();

        assertThat(units.convert(BigDecimal.ONE, kilogram, units.find("m").orElseThrow()))
                .isEmpty();
        assertThat(units.convert(BigDecimal.ONE, box, units.find("roll").orElseThrow()))
                .isEmpty();
    }

    @Test
    void noTwoUnitsShareAWord() {
        var owners = new HashMap<String, String>();
        for (var unit : units.all()) {
            for (var alias : unit.aliases()) {
                var before = owners.put(Fold.fold(alias), unit.code());
                assertThat(before)
                        .as("unit of %s before %s", alias, unit.code())
                        .isIn(null, unit.code());
            }
        }
    }

    @Test
    void theTableHoldsTheSameUnits() throws IOException {
        var migration = text("/db/migration/V0032__fill_units.sql");

        assertThat(text("/units.csv").lines().skip(1)).allSatisfy(line -> assertThat(migration)
                .contains("('%s', '%s', '%s', %s, %s, %s, '%s')".formatted((Object[]) line.split(";"))));
    }

    private static String text(String resource) throws IOException {
        try (var file = UnitsTest.class.getResourceAsStream(resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
