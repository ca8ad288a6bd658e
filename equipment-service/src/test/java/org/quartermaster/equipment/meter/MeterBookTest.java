package org.quartermaster.equipment.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.equipment.meter.Reading.Finding;

class MeterBookTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final MeterBook hours = new MeterBook("eq_1", MeterKind.HOURS, List.of());

    private static Instant minute(int minute) {
        return START.plusSeconds(minute * 60L);
    }

    private static Finding take(MeterBook book, int minute, String value) {
        var reading = book.judge(minute(minute), new BigDecimal(value), false);
        book.take(reading);
        return reading.finding();
    }

    @Test
    void firstReadingOpensTheMeterAndAnEarlierOneMovesItsBeginning() {
        take(hours, 60, "100");
        take(hours, 0, "99");

        assertThat(hours.total()).isEqualByComparingTo("100");
        assertThat(hours.open().installedAt).isEqualTo(minute(0));
        assertThat(hours.open().firstReading).isEqualByComparingTo("99");
    }

    @Test
    void equalIsFineLessThanBeforeAndMoreThanAfterAreNot() {
        take(hours, 0, "100");
        take(hours, 120, "101");

        assertThat(take(hours, 60, "100")).isEqualTo(Finding.PLAUSIBLE);
        assertThat(take(hours, 61, "99.99")).isEqualTo(Finding.BACKWARDS);
        assertThat(take(hours, 62, "101.01")).isEqualTo(Finding.AHEAD);
        assertThat(hours.total()).isEqualByComparingTo("101");
    }

    @Test
    void jumpBeginsAboveTheTimePassedAndAnHour() {
        take(hours, 0, "100");

        assertThat(hours.judge(minute(600), new BigDecimal("111.20"), false).finding())
                .isEqualTo(Finding.PLAUSIBLE);
        assertThat(hours.judge(minute(600), new BigDecimal("111.21"), false).finding())
                .isEqualTo(Finding.JUMP);
        assertThat(hours.judge(minute(600), new BigDecimal("111.21"), true).finding())
                .isEqualTo(Finding.PLAUSIBLE);
    }

    @Test
    void glitchIsForgottenByTheNextPlausibleReading() {
        take(hours, 0, "100");
        take(hours, 1, "900");
        take(hours, 2, "100.02");

        assertThat(hours.open().heldAt).isNull();
        assertThat(take(hours, 3, "900")).isEqualTo(Finding.JUMP);
        assertThat(take(hours, 4, "900")).isEqualTo(Finding.JUMP);
        assertThat(hours.total()).isEqualByComparingTo("100.02");
    }

    @Test
    void twoLaterReadingsThatAgreeReleaseAJumpAndThoseBeforeThem() {
        take(hours, 0, "100");
        var held = hours.judge(minute(1), new BigDecimal("900"), false);
        hours.take(held);
        take(hours, 2, "900.01");

        assertThat(take(hours, 3, "900.02")).isEqualTo(Finding.PLAUSIBLE);

        assertThat(held.total()).isEqualByComparingTo("900");
        assertThat(hours.releases()).hasSize(1);
        assertThat(hours.total()).isEqualByComparingTo("900.02");
    }

    @Test
    void kilometresHaveNoJump() {
        var km = new MeterBook("eq_1", MeterKind.KM, List.of());
        take(km, 0, "100");

        assertThat(take(km, 1, "5000")).isEqualTo(Finding.PLAUSIBLE);
        assertThat(take(km, 2, "4999")).isEqualTo(Finding.BACKWARDS);
    }

    /** Seeds of days of plausible readings, which must give the same in any order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void orderOfPlausibleReadingsDoesNotMatter(long seed) {
        var random = new Random(seed);
        var readings = new TreeMap<Integer, BigDecimal>();
        var value = new BigDecimal("10");
        for (var minute = 0; minute < 1440; minute += 1 + random.nextInt(20)) {
            value = value.add(new BigDecimal(random.nextInt(2)).movePointLeft(2));
            readings.put(minute, value);
        }
        var sorted = new MeterBook("eq_1", MeterKind.HOURS, List.of());
        readings.forEach((minute, reading) -> take(sorted, minute, reading.toPlainString()));
        var order = new ArrayList<>(readings.keySet());
        order.addAll(readings.keySet());
        Collections.shuffle(order, random);

        for (var minute : order) {
            var finding = take(hours, minute, readings.get(minute).toPlainString());
            assertThat(finding).as("seed %d", seed).isEqualTo(Finding.PLAUSIBLE);
        }

        assertThat(hours.total()).as("seed %d", seed).isEqualByComparingTo(sorted.total());
        assertThat(hours.totalAt()).as("seed %d", seed).isEqualTo(sorted.totalAt());
        assertThat(hours.open().installedAt).as("seed %d", seed).isEqualTo(sorted.open().installedAt);
        assertThat(hours.open().firstReading).as("seed %d", seed).isEqualByComparingTo(sorted.open().firstReading);
    }
}
