package org.quartermaster.catalog.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeFormsTest {

    @ParameterizedTest
    @CsvSource({
        "27000000, 1, '', 27",
        "27110000, 2, 27000000, 2711",
        "27111700, 3, 27110000, 271117",
        "27111701, 4, 27111700, 27111701",
        "10101010, 4, 10101000, 10101010"
    })
    void aCodeTellsItsLevelItsParentAndItsSubtree(String text, int level, String parent, String prefix) {
        UnspscCode code = UnspscCode.read(text).orElseThrow();

        assertEquals(level, code.level());
        assertEquals(parent, code.parent().map(UnspscCode::digits).orElse(""));
        assertEquals(prefix, code.prefix());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2711", "271117011", "2711170x", "00000000", "00111701", "27001701", "27110001", ""})
    void whatIsNoCodeIsNotRead(String text) {
        assertTrue(UnspscCode.read(text).isEmpty());
    }

    @Test
    void aFamilyCoversItsCommoditiesAndNoOthers() {
        UnspscCode family = UnspscCode.read("27110000").orElseThrow();

        assertTrue(family.covers(UnspscCode.read("27111701").orElseThrow()));
        assertFalse(family.covers(UnspscCode.read("27121701").orElseThrow()));
    }

    @Test
    void thePathLeadsFromTheSegmentDown() {
        List<String> path = UnspscCode.read("27111701").orElseThrow().path().stream()
                .map(UnspscCode::digits)
                .toList();

        assertEquals(List.of("27000000", "27110000", "27111700", "27111701"), path);
    }

    @Test
    void etimCodesAreKnownByTheirForm() {
        assertTrue(EtimCode.isClass("EC000009"));
        assertFalse(EtimCode.isClass("EC12"));
        assertFalse(EtimCode.isClass("EC00000A"));
        assertTrue(EtimCode.isFeature("EF00000A"));
        assertFalse(EtimCode.isFeature("EC000009"));
        assertTrue(EtimCode.isValue("EV023258"));
        assertTrue(EtimCode.isGroup("EG020045"));
        assertTrue(EtimCode.isUnit("EU000002"));
    }

    @ParameterizedTest
    @CsvSource({"18141000-9, 18141", "18141000, 18141", "18000000, 18", "30000000-9, 30", "35113431, 35113431"})
    void aCpvCodeLosesItsCheckDigitAndItsTrailingZeros(String text, String prefix) {
        assertEquals(prefix, CpvCode.read(text).orElseThrow().prefix());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1814100", "18141000-", "18141000-99", "gloves", ""})
    void whatIsNoCpvCodeIsNotRead(String text) {
        assertTrue(CpvCode.read(text).isEmpty());
    }

    @Test
    void theLongestPrefixHidesTheShorterOnes() {
        CpvMapping clothing = new CpvMapping("181", "46181500", new BigDecimal("0.7"));
        CpvMapping gloves = new CpvMapping("18141", "46181504", new BigDecimal("0.9"));
        CpvMapping sleeves = new CpvMapping("18141", "46181516", new BigDecimal("0.4"));
        List<CpvMapping> all = List.of(clothing, sleeves, gloves);

        assertEquals(
                List.of(gloves, sleeves),
                CpvMapping.nearest(CpvCode.read("18141000-9").orElseThrow(), all));
        assertEquals(
                List.of(clothing), CpvMapping.nearest(CpvCode.read("18130000-9").orElseThrow(), all));
        assertEquals(List.of(), CpvMapping.nearest(CpvCode.read("30000000-9").orElseThrow(), all));
    }
}
