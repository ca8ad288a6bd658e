package org.quartermaster.catalog.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExposureTest {

    private static final NoiseExposure NOISE = new NoiseExposure(Map.of(
            decimal("90"), decimal("8"),
            decimal("92"), decimal("6"),
            decimal("95"), decimal("4"),
            decimal("97"), decimal("3"),
            decimal("102"), decimal("1.5"),
            decimal("115"), decimal("0.25")));

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    private static NoiseSpell noise(String level, String hours) {
        return new NoiseSpell(decimal(level), decimal(hours));
    }

    private static VibrationSpell vibration(String acceleration, String hours) {
        return new VibrationSpell(decimal(acceleration), decimal(hours));
    }

    @ParameterizedTest
    @CsvSource({
        "92, 6",
        "97, 3",
        "97.0, 3",
        "102, 1.5",
        "85, 16.0000",
        "93, 5.2780",
        "100, 2.0000",
        "115, 0.25",
        "115.1, 0"
    })
    void thePrintedValueStandsBeforeTheFormula(String level, String hours) {
        assertEquals(decimal(hours), NOISE.permittedHours(decimal(level)));
    }

    @Test
    void aDayAtTheLimitIsAFullDose() {
        NoiseResult result = NOISE.assess(List.of(noise("90", "8")), null);

        assertEquals(decimal("100.0"), result.dosePercent());
        assertEquals(decimal("90.0"), result.twaDba());
        assertEquals(decimal("8"), result.allowedHours());
        assertNull(result.protectedDba());
        assertTrue(result.actionLevelExceeded());
    }

    @Test
    void theDoseIsTheSumOfItsParts() {
        NoiseResult result = NOISE.assess(List.of(noise("95", "2"), noise("92", "3"), noise("85", "3")), null);

        assertEquals(decimal("118.8"), result.dosePercent(), "50 + 50 + 18.75");
        assertEquals(decimal("91.2"), result.twaDba());
        assertEquals(decimal("4"), result.allowedHours());
        assertEquals(
                List.of(
                        "permitted_hours",
                        "dose_part",
                        "permitted_hours",
                        "dose_part",
                        "permitted_hours",
                        "dose_part",
                        "dose",
                        "twa"),
                result.steps().stream().map(ExposureStep::code).toList());
        assertEquals("table D-2 at 95 dB(A)", result.steps().get(0).formula());
        assertEquals("8 / 2^((85 - 90)/5) h", result.steps().get(4).formula());
    }

    @Test
    void theActionLevelIsHalfADose() {
        assertTrue(NOISE.assess(List.of(noise("85", "8")), null).actionLevelExceeded());
        assertFalse(NOISE.assess(List.of(noise("85", "7.9")), null).actionLevelExceeded());
    }

    @Test
    void aboveThePermittedLevelThereIsNoDose() {
        NoiseResult result = NOISE.assess(List.of(noise("90", "1"), noise("116", "0.01")), decimal("30"));

        assertFalse(result.permitted());
        assertNull(result.dosePercent());
        assertNull(result.twaDba());
        assertEquals(BigDecimal.ZERO, result.allowedHours());
        assertEquals(decimal("93.0"), result.protectedDba());
    }

    @ParameterizedTest
    @CsvSource({"100, 27, 80.0", "100, 7, 100.0", "100, 5, 100.0", "95.5, 20, 82.5"})
    void aProtectorTakesItsRatingLessSeven(String level, String nrr, String left) {
        assertEquals(
                decimal(left),
                NOISE.assess(List.of(noise(level, "1")), decimal(nrr)).protectedDba());
    }

    @ParameterizedTest
    @CsvSource({
        "2.5, 8, 2.50, 100.0, false, false",
        "5, 8, 5.00, 400.0, true, false",
        "10, 3, 6.12, 600.0, true, true",
        "4, 2, 2.00, 64.0, false, false",
        "0, 1, 0.00, 0.0, false, false"
    })
    void vibrationIsWeighedOverEightHours(
            String acceleration, String hours, String a8, String points, boolean action, boolean limit) {
        VibrationResult result = VibrationResult.of(List.of(vibration(acceleration, hours)));

        assertEquals(decimal(a8), result.a8());
        assertEquals(decimal(points), result.points());
        assertEquals(action, result.actionExceeded());
        assertEquals(limit, result.limitExceeded());
    }

    @Test
    void thePointsOfSeveralToolsAdd() {
        VibrationResult result = VibrationResult.of(List.of(vibration("5", "2"), vibration("10", "1")));

        assertEquals(decimal("300.0"), result.points());
        assertEquals(decimal("4.33"), result.a8());
        assertEquals(4, result.steps().size());
    }

    @Test
    void whatIsOutOfBoundsIsNamed() {
        List<NoiseSpell> noise = List.of(noise("201", "1"), noise("90", "0"), noise("200", "24"));
        List<VibrationSpell> vibration = List.of(vibration("-1", "1"), vibration("200", "23"));

        assertEquals(
                List.of("noise[0].level_dba", "noise[1].hours", "vibration[0].a", "noise"),
                ExposureFaults.of(noise, vibration));
    }

    @Test
    void aDayOfTwentyFourHoursIsNoFault() {
        assertEquals(List.of(), ExposureFaults.of(List.of(noise("0", "24")), List.of(vibration("0", "0.1"))));
    }
}
