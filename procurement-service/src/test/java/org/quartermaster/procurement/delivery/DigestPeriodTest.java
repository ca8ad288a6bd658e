package org.quartermaster.procurement.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.procurement.alert.Frequency;

/** When digests are due. */
class DigestPeriodTest {
    private static final ZoneId SKOPJE = ZoneId.of("Europe/Skopje");

    /** Clocks change on 29 March 2026 at 2 and on 25 October 2026 at 3. */
    @ParameterizedTest
    @CsvSource({
        "DAILY, 8, 2026-03-28T10:00:00Z, 2026-03-28T07:00:00Z",
        "DAILY, 8, 2026-03-29T10:00:00Z, 2026-03-29T06:00:00Z",
        "DAILY, 8, 2026-03-29T05:59:59Z, 2026-03-28T07:00:00Z",
        "DAILY, 2, 2026-03-29T10:00:00Z, 2026-03-29T01:00:00Z",
        "DAILY, 8, 2026-10-25T10:00:00Z, 2026-10-25T07:00:00Z",
        "DAILY, 2, 2026-10-25T10:00:00Z, 2026-10-25T00:00:00Z",
        "WEEKLY, 8, 2026-03-29T10:00:00Z, 2026-03-23T07:00:00Z",
        "WEEKLY, 8, 2026-03-30T06:00:00Z, 2026-03-30T06:00:00Z",
        "WEEKLY, 8, 2026-03-30T05:59:59Z, 2026-03-23T07:00:00Z"
    })
    void theHourIsThatOfTheUsersClock(Frequency frequency, int hour, Instant now, Instant end) {
        assertThat(DigestPeriod.lastEnd(frequency, SKOPJE, hour, now)).isEqualTo(end);
    }

    @Test
    void eachDayOfAYearHasExactlyOneWhateverTheHour() {
        for (var hour = 0; hour < 24; hour++) {
            var ends = new TreeSet<Instant>();
            for (var now = Instant.parse("2026-01-01T12:00:00Z");
                    now.isBefore(Instant.parse("2027-01-01T12:00:00Z"));
                    now = now.plus(Duration.ofMinutes(30))) {
                ends.add(DigestPeriod.lastEnd(Frequency.DAILY, SKOPJE, hour, now));
            }
            assertThat(ends.stream()
                            .map(end -> end.atZone(SKOPJE).toLocalDate())
                            .distinct())
                    .as("hour " + hour)
                    .hasSize(ends.size())
                    .hasSizeGreaterThanOrEqualTo(365);
        }
    }
}
