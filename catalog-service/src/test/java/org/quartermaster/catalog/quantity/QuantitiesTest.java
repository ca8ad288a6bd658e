package org.quartermaster.catalog.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.catalog.unit.Units;

/** Quantities are read as buyers write them; what is not written is never made up. */
class QuantitiesTest {
    private final Quantities quantities = new Quantities(Units.standard());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GL-400-L Nitrile glove, size L - 25 pcs | 25 | C62 |",
                "10 x angle grinder 125 mm, min. 1200 W | 10 | |",
                "safety glasses EN 166, qty: 4 box | 4 | BX |",
                "Flux stabiliser ..... 3 nos | 3 | C62 |",
                "4 boxes of 50 | 4 | BX | 50",
                "nitrile gloves 4 boxes (50 pcs) | 4 | BX | 50",
                "earplugs, box of 200 - 5 boxes | 5 | BX |",
                "HSS bits 1,000 pcs | 1000 | C62 |",
                "bolts 1.000,5 kg | | |",
                "bolts - 1.000,5 kg | 1000.5 | KGM |",
                "قفازات - ١٢ قطعة | 12 | C62 |",
                "العدد: ١٢ | 12 | |",
                "guantes de nitrilo 30 uds | 30 | C62 |",
                "casque blanc, qté : 8 pièces | 8 | C62 |",
                "Schutzbrille, Menge 15 Stück | 15 | C62 |",
                "Перчатки - 50 пар | 50 | PR |",
                "кол-во: 7 шт. | 7 | C62 |",
                "Чекић 10 ком | 10 | C62 |",
                "Чекан 10 бр | 10 | C62 |",
                "wire rope 12 mm - 220 m | 220 | MTR |",
                "Kabel: 1'500 m | 1500 | MTR |",
                "Impact wrench x 3 | 3 | |",
                "Impact wrench x3 | 3 | |",
                "25 nitrile gloves | 25 | |",
                "label 200/roll, 36/box, 12 boxes | 12 | BX |",
                "Quantity = 6 | 6 | |",
                "94 pc socket set - 3 sets | 3 | SET |",
                "spare blades, packs of 10 - 20 packs | 20 | PK |"
            })
    void readsWhatIsWritten(String line, BigDecimal value, String uom, BigDecimal perPack) {
        var found = quantities.in(line, NumberHabit.UNKNOWN);

        assertThat(found.value()).as("value").isEqualTo(value);
        assertThat(found.uom()).as("unit").isEqualTo(uom);
        assertThat(found.perPack()).as("content").isEqualTo(perPack);
        assertThat(found.warning()).isEqualTo(value == null ? Quantity.MISSING : null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ear muffs, at least 27 dB SNR", "Angle grinder 125 mm", "125 mm angle grinder", "GL-400-L",
                        "3 phase motor",
                "gloves 0 pcs", "socket set 94 pieces set", "hose 4x3in (101.6x76.2mm)", "", "EN 388 gloves"
            })
    void withoutAQuantityThereIsNone(String line) {
        assertThat(quantities.in(line, NumberHabit.UNKNOWN)).isEqualTo(Quantity.missing());
    }

    @Test
    void anAmbiguousThousandFollowsTheHabitOfTheDocument() {
        var line = "washers - 1.000 pcs";

        assertThat(quantities.in(line, NumberHabit.DECIMAL_COMMA).value()).isEqualByComparingTo("1000");
        assertThat(quantities.in(line, NumberHabit.DECIMAL_DOT).value()).isEqualByComparingTo("1");
        var unknown = quantities.in(line, NumberHabit.UNKNOWN);
        assertThat(unknown.value()).isNull();
        assertThat(unknown.warning()).isEqualTo(Quantity.AMBIGUOUS);
        assertThat(unknown.uom()).isEqualTo("C62");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "price 12,50 and 3,75 | DECIMAL_COMMA",
                "price 1,234.50 | DECIMAL_DOT",
                "1.234,5 m | DECIMAL_COMMA",
                "1.000 pcs and 2,000 pcs | UNKNOWN",
                "12,5 and 12.5 | UNKNOWN"
            })
    void theHabitComesFromUnambiguousNumbers(String document, NumberHabit habit) {
        assertThat(NumberHabit.of(document)).isEqualTo(habit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "25 | pcs | 25 | C62",
                "10 000 | шт | 10000 | C62",
                "1,000 | | 1000 |",
                "4 box | | 4 | BX",
                "١٢ | علبة | 12 | BX",
                "2,5 | kg | 2.5 | KGM",
                "5 | widgets | 5 |"
            })
    void readsCells(String number, String unit, BigDecimal value, String uom) {
        var found = quantities.inCells(number, unit == null ? "" : unit, NumberHabit.UNKNOWN);

        assertThat(found.value()).isEqualByComparingTo(value);
        assertThat(found.uom()).isEqualTo(uom);
    }

    @Test
    void anEmptyCellIsMissing() {
        assertThat(quantities.inCells(" ", "pcs", NumberHabit.UNKNOWN)).isEqualTo(Quantity.missing());
    }

    @Test
    void saysWhereTheQuantityStands() {
        var line = "safety glasses EN 166, qty: 4 box";

        var found = quantities.in(line, NumberHabit.UNKNOWN);

        assertThat(line.substring(found.start(), found.end())).isEqualTo("qty: 4 box");
    }
}
