package org.quartermaster.procurement.cpv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpvTest {
    private static Cpv cpv(String text) {
        return Cpv.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "45210000-2,4521,3,45210000",
        "45210000,4521,3,45210000",
        "4521,4521,3,45210000",
        "45,45,1,45000000",
        "30000000,30,1,30000000",
        "300,30,1,30000000",
        "30,30,1,30000000",
        "03000000,03,1,03000000",
        "45200000,452,2,45200000",
        "18141000-9,18141,4,18141000",
        "4521001,4521001,5,45210010",
        "30192121,30192121,5,30192121",
        "90100000,901,2,90100000"
    })
    void aCodeIsTrimmed(String text, String prefix, int level, String code8) {
        var cpv = cpv(text);

        assertEquals(prefix, cpv.prefix());
        assertEquals(level, cpv.level());
        assertEquals(code8, cpv.code8());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9", "abc", "45210000-", "45210000-22", "452100002", "4521-2", "４５", "45 21", "45%"})
    void whatIsNoCodeIsMalformed(String text) {
        assertTrue(Cpv.parse(text).isEmpty());
    }

    @Test
    void theCheckDigitIsKeptForTheList() {
        assertEquals(9, cpv("45210000-9").checkDigit());
        assertEquals(Optional.of("45210000"), Cpv.wholeCode(" 45210000-9 "));
        assertEquals(Optional.empty(), Cpv.wholeCode("4521"));
        assertEquals(Optional.empty(), Cpv.wholeCode(null));
    }

    @Test
    void aDivisionIsNotEverythingThatBeginsWithItsFirstDigit() {
        assertTrue(cpv("30000000").includes("30192121"));
        assertFalse(cpv("30000000").includes("31000000"));
    }

    @Test
    void parentsAreLookedForFromTheNearest() {
        assertEquals(List.of("4521", "452", "45"), cpv("45214000").ancestors());
        assertEquals(List.of("3019", "301", "30"), cpv("30190100").ancestors());
        assertEquals(List.of("30"), cpv("301").ancestors());
        assertEquals(List.of(), cpv("45").ancestors());
    }

    @Test
    void prefixesHoldExactlyTheSubtreesThatHaveTheCode() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var n = 0; n < 20_000; n++) {
            var code = digits(random, 8);
            var subtree = cpv(
                    random.nextBoolean()
                            ? digits(random, 2 + random.nextInt(7))
                            : code.substring(0, 2 + random.nextInt(7)));

            assertEquals(
                    subtree.includes(code),
                    Cpv.prefixes(List.of(code, code)).contains(subtree.prefix()),
                    "seed " + seed + ": " + code + " " + subtree);
        }
    }

    private static String digits(Random random, int length) {
        var text = new StringBuilder();
        random.ints(length, 0, 4).forEach(text::append);
        return text.toString();
    }
}
