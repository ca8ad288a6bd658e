package org.quartermaster.catalog.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.catalog.unit.Comparison.Outcome;

/** Amounts, sizes, classes and standards are read from the words of buyers and makers. */
class MeasuresTest {
    private final Measures measures = new Measures(Units.standard());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "18 V | eq 18..18 V",
                "18V cordless drill | eq 18..18 V",
                "18 V minimum | ge 18..* V",
                "min. 1200 W | ge 1200..* W",
                "at least 27 dB SNR | ge 27..* dB snr",
                ">= 27 dB SNR | ge 27..* dB snr",
                "SNR at least 30 dB | ge 30..* dB snr",
                "max 2 kg | le *..2 kg",
                "max. weight 2 kg | le *..2 kg weight",
                "2,5 kg oder mehr | ge 2.5..* kg",
                "100-115 mm | between 100..115 mm",
                "25 to 30 dB | between 25..30 dB",
                "0.5 kg | eq 0.5..0.5 kg",
                "4x3in (101.6x76.2mm) | eq 4..4 in; eq 3..3 in; eq 101.6..101.6 mm; eq 76.2..76.2 mm",
                "125 x 1 mm | eq 125..125 mm; eq 1..1 mm",
                "3 x 2.5 mm2 | eq 2.5..2.5 mm2",
                "1/2 in | eq 0.5..0.5 in",
                "1/2\" drive | eq 0.5..0.5 in",
                "٢٠ لتر | eq 20..20 l",
                "не менее 20 л | ge 20..* l",
                "على الأقل ١٨ فولت | ge 18..* V",
                "IP65 or better | ge IP65",
                "IP 44 | eq IP44",
                "EN 397 | eq EN 397",
                "EN ISO 20345:2011 | eq EN ISO 20345",
                "ANSI Z87.1 | eq ANSI Z87.1",
                "Nitrile glove, size L | eq L",
                "vest orange XL | eq XL",
                "حذاء مقاس ٤٢ | eq 42",
                "M8 x 60 bolt | eq M8",
                "Болт М10х60 | eq M10",
                "25 pcs | ''",
                "3M respirator | ''",
                "GL-400 model | ''",
                "GL-400-L glove | ''",
                "4 boxes of 50 | ''"
            })
    void readsWhatAProductCanBeMeasuredBy(String text, String expected) {
        var found = measures.in(text).stream().map(MeasuresTest::shown).collect(Collectors.joining("; "));

        assertThat(found).isEqualTo(expected);
    }

    private static String shown(Measure measure) {
        var op = measure.op().name().toLowerCase(Locale.ROOT) + " ";
        if (measure.unit() == null) {
            return op + measure.value();
        }
        var name = measure.name() == null ? "" : " " + measure.name();
        return op + end(measure.low()) + ".." + end(measure.high()) + " "
                + measure.unit().symbol() + name;
    }

    private static String end(BigDecimal value) {
        return value == null ? "*" : value.toPlainString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max 0.5 kg | 450 g | MET",
                "max 0.5 kg | 510 g | NOT_MET",
                "max 0.5 kg | 30 cm | UNKNOWN",
                "100-115 mm | 4 in | MET",
                "100-115 mm | 110-130 mm | MET",
                "100-115 mm | 125 mm | NOT_MET",
                "min. 150 Nm | 40-200 Nm | MET",
                "min. 250 Nm | 40-200 Nm | NOT_MET",
                "1/2 in | 12.7 mm | MET",
                "125 mm | bore 22.23 mm, 125 mm | MET",
                "IP65 or better | IP67 | MET",
                "IP65 or better | IP56 | NOT_MET",
                "IP65 or better | 18 V | UNKNOWN",
                "27 dB SNR | 27 dB NRR | UNKNOWN",
                "EN 397 | EN 397 | MET",
                "EN 397 | EN 812 | UNKNOWN",
                "size L | size XL | NOT_MET",
                "size 2XL | size XXL | MET",
                "M8 | M10 | NOT_MET"
            })
    void comparesAWishWithWhatIsKnown(String wanted, String known, Outcome outcome) {
        assertThat(Comparison.of(measures.in(wanted).get(0), measures.in(known)))
                .isEqualTo(outcome);
    }

    @Test
    void aMeasureSaysWhereItStands() {
        var text = "Ear muffs, at least 27 dB SNR";

        var found = measures.in(text).get(0);

        assertThat(text.substring(found.start(), found.end())).isEqualTo("27 dB");
    }

    @Test
    void readsPackingFromInnerToOuter() {
        var steps = Packing.in("Label, Paper, 4x3in (101.6x76.2mm), 200/roll, 36/box, Plain.", Units.standard());

        assertThat(steps)
                .containsExactly(
                        new Packing(new BigDecimal(200), null, "RO", "content per roll"),
                        new Packing(new BigDecimal(36), "RO", "BX", "rolls per box"));
    }

    @Test
    void readsNoPackingWhereNoPackIsNamed() {
        assertThat(Packing.in("Speed 1200/min, 24/7 service", Units.standard())).isEmpty();
    }
}
