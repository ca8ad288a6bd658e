package org.quartermaster.vehicle.vin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.platform.db.Words;
import org.quartermaster.vehicle.vin.CheckDigit.Reason;
import org.quartermaster.vehicle.vin.CheckDigit.Status;
import org.quartermaster.vehicle.vin.ModelYear.Certainty;
import org.quartermaster.vehicle.vin.Suggestion.Change;
import org.quartermaster.vehicle.vin.Suggestion.Confidence;

class VerdictTest {
    private static final String ALLOWED = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
    private static final WmiList MAKERS = WmiList.own();
    private static final int THIS_YEAR = 2026;

    private static Verdict verdict(String input) {
        return verdict(input, null, null);
    }

    private static Verdict verdict(String input, String market, Integer year) {
        return Verdict.of(input, new Verdict.Circumstances(market, year, THIS_YEAR), MAKERS);
    }

    private static String random(Random random, String alphabet, int length) {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1HGCM82633A004352, vin17, valid, 2003, Honda, US, north_america",
                "1HGCM82633A004353, vin17, mismatch, 2003, Honda, US, north_america",
                "WBA71DC010CH14720, vin17, valid, -, BMW, DE, europe",
                "kmtge4s1pru008178, vin17, not_applicable, 2024, Genesis, KR, asia",
                "11111111111111111, vin17, valid, 2001, -, US, north_america",
                "7A8AAAAA0AA000000, vin17, mismatch, 2010, -, NZ, oceania",
                "93HAAAAA0AA000000, vin17, not_applicable, 2010, Honda, BR, south_america",
                "AHTAAAAA0AA000000, vin17, not_applicable, 2010, Toyota, ZA, africa",
            })
    void tellsKindCheckDigitYearAndMaker(
            String vin, String kind, String check, Integer year, String maker, String country, String region) {
        var verdict = verdict(vin);

        assertThat(Words.of(verdict.kind())).isEqualTo(kind);
        assertThat(Words.of(verdict.checkDigit().status())).isEqualTo(check);
        assertThat(verdict.modelYear().value()).isEqualTo(year);
        assertThat(verdict.wmi().maker()).isEqualTo(maker);
        assertThat(verdict.wmi().country()).isEqualTo(country);
        assertThat(Words.of(verdict.wmi().region())).isEqualTo(region);
    }

    @Test
    void namesTheExpectedCheckDigit() {
        var verdict = verdict("1HGCM82633A004353");

        assertThat(verdict.checkDigit())
                .isEqualTo(new CheckDigit(Status.MISMATCH, "5", "3", Reason.COMPULSORY_BY_MAKER));
        assertThat(verdict.problems()).containsExactly(new Vin.Fault("check_digit_mismatch", 9, "3"));
        assertThat(verdict.wellFormed()).isTrue();
    }

    @Test
    void suggestsTheVinThatALetterOStandsFor() {
        var verdict = verdict("1HGCM82633AO04352");

        assertThat(verdict.kind()).isEqualTo(VinKind.MALFORMED);
        assertThat(verdict.normalized()).isNull();
        assertThat(verdict.problems()).containsExactly(new Vin.Fault("illegal_character", 12, "O"));
        assertThat(verdict.suggestion())
                .isEqualTo(new Suggestion("1HGCM82633A004352", List.of(new Change(12, "O", "0")), Confidence.HIGH));
        assertThat(verdict.candidates()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, missing",
                "'', missing",
                "'  ', missing",
                "A, too_short",
                "1HGCM82633, too_short",
                "1HGCM826334, vin_legacy",
                "1HGCM82633400435, vin_legacy",
                "1HGCM82633A0043522, too_long",
                "1HGCM8263*A004352, masked",
                "1HGCM82633AXXXX, masked",
                "1HGCM82633A004XXX, vin17",
                "1HGCM82633AI04352, malformed",
                "1HGCM82633AQ04352, malformed",
                "IOQ, malformed",
                "1HGCM82633Ä004352, malformed",
                "1HGCM82633/004352, malformed",
                "1HGCM82633٣004352, malformed",
            })
    void tellsWhatATextIs(String text, String kind) {
        assertThat(Words.of(verdict(text).kind())).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG", "az-AZ", "lt-LT", "en-US"})
    void readsAnySpellingInAnyLocaleOfTheMachine(String locale) {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(locale));
        try {
            var verdict = verdict("\u00A0\t1hgcm-8263 3a\u202F004352\u3000");

            assertThat(verdict.normalized()).isEqualTo("1HGCM82633A004352");
            assertThat(verdict.normalization()).containsExactly("trimmed", "separators", "case");
            assertThat(verdict.modelYear())
                    .isEqualTo(verdict("1HGCM82633A004352").modelYear());
            assertThat(verdict("jhlig").problems()).containsExactly(new Vin.Fault("illegal_character", 4, "I"));
            assertThat(Words.of(verdict.kind())).isEqualTo("vin17");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void replacesNoLetterOfAnotherAlphabet() {
        assertThat(verdict("1HGCM82633A00435\u017F").kind()).isEqualTo(VinKind.MALFORMED);
        assertThat(verdict("\u0131HGCM82633A004352").problems())
                .containsExactly(new Vin.Fault("illegal_character", 1, "\u0131"));
        assertThat(verdict("1HGCM826\uD83D\uDE9733A00").problems())
                .containsExactly(new Vin.Fault("illegal_character", 9, "\uD83D\uDE97"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "KMTGE4S10RU008178, US, mismatch, compulsory_by_market",
                "KMTGE4S10RU008178, DE, not_applicable, not_compulsory",
                "KMTGE4S1PRU008178, US, not_applicable, not_compulsory",
                "LMTGE4S1PRU008178, -, mismatch, compulsory_by_maker",
                "1HGCM826334, US, not_applicable, not_17_characters",
            })
    void asksForTheCheckDigitWhereItIsCompulsory(String vin, String market, String status, String reason) {
        var judged = verdict(vin, market, null).checkDigit();

        assertThat(Words.of(judged.status())).isEqualTo(status);
        assertThat(Words.of(judged.reason())).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "A, 1980", "H, 1987", "J, 1988", "N, 1992", "P, 1993", "R, 1994", "T, 1996", "V, 1997", "Y, 2000", "1, 2001",
        "9, 2009",
    })
    void readsBothCyclesOfTheYear(String code, int early) {
        var digit = verdict("1HGCM8263" + code + "A004352").modelYear();
        var letter = verdict("1HGCM8A63" + code + "A004352").modelYear();

        assertThat(digit).isEqualTo(new ModelYear(early, List.of(early, early + 30), Certainty.POSITION_7));
        assertThat(letter.value()).isEqualTo(early + 30 > THIS_YEAR + 1 ? early : early + 30);
        assertThat(letter.certainty())
                .isEqualTo(early + 30 > THIS_YEAR + 1 ? Certainty.FALLBACK : Certainty.POSITION_7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I", "O", "Q", "U", "Z", "0"})
    void knowsNoYearOfOtherCodes(String code) {
        assertThat(verdict("1HGCM8263" + code + "A004352").modelYear())
                .isEqualTo(new ModelYear(null, List.of(), Certainty.NONE));
    }

    @Test
    void takesTheStatedYearWhereItIsOneOfTheTwo() {
        assertThat(verdict("1HGCM82633A004352", null, 2033).modelYear().value()).isEqualTo(2033);
        assertThat(verdict("1HGCM82633A004352", null, 2033).modelYear().certainty())
                .isEqualTo(Certainty.STATED);
        assertThat(verdict("1HGCM82633A004352", null, 2010).modelYear().value()).isEqualTo(2003);
        assertThat(verdict("kmtge4s1pru008178").modelYear().certainty()).isEqualTo(Certainty.LOW);
    }

    @Test
    void countsTheEndOfASmallMakersCodeAsPartOfIt() {
        var wmi = verdict("1A9AA1234AB123456").wmi();

        assertThat(wmi.code()).isEqualTo("1A9123");
        assertThat(wmi.smallMaker()).isTrue();
    }

    @Test
    void computedCheckDigitsAreValidAndAnyOtherIsNot() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var run = 0; run < 2_000; run++) {
            // NB: what ends in a row of X is taken for a masked VIN.
            var vin = "1" + random(random, ALLOWED, 15) + random.nextInt(10);
            var expected = verdict(vin).checkDigit().expected();
            var right = vin.substring(0, 8) + expected + vin.substring(9);

            assertThat(verdict(right).checkDigit().status())
                    .as("seed %d: %s", seed, right)
                    .isEqualTo(Status.VALID);
            if (!right.equals(vin)) {
                assertThat(verdict(vin).checkDigit().status())
                        .as("seed %d: %s", seed, vin)
                        .isEqualTo(Status.MISMATCH);
            }
        }
    }

    @Test
    void suggestionsHaveARightCheckDigitAndDifferOnlyWhereTheySay() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var run = 0; run < 2_000; run++) {
            var verdict = verdict("1" + random(random, ALLOWED + "IOQ", 16));
            var all = verdict.suggestion() == null ? verdict.candidates() : List.of(verdict.suggestion());

            assertThat(verdict.candidates()).as("seed %d", seed).hasSizeLessThanOrEqualTo(3);
            for (var suggested : all) {
                var text = new StringBuilder(suggested.vin());
                suggested
                        .changes()
                        .forEach(change -> text.replace(change.position() - 1, change.position(), change.from()));
                assertThat(text.toString()).as("seed %d", seed).isEqualTo(verdict.input());
                assertThat(CheckDigit.matches(suggested.vin()))
                        .as("seed %d", seed)
                        .isTrue();
            }
        }
    }

    @Test
    void anyTextGetsAVerdictAndTheNormalFormGetsTheSame() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var run = 0; run < 5_000; run++) {
            var text = random.ints(random.nextInt(30), 0, 0x3000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            var normal = Vin.of(text).value();

            assertThat(Vin.of(normal).value()).as("seed %d: %s", seed, text).isEqualTo(normal);
            assertThat(verdict(normal).kind())
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(verdict(text).kind());
        }
    }
}
