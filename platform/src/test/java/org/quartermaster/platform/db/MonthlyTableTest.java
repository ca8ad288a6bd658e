package org.quartermaster.platform.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthlyTableTest {
    @ParameterizedTest
    @CsvSource({
        "400, 2026-06-15, 13",
        "31, 2026-06-15, 1",
        "46, 2026-06-15, 2",
        "90, 2026-05-01, 4",
        "90, 2026-05-02, 3",
        "1, 2026-05-20, 1"
    })
    void monthsAreKeptAsLongAsOneOfTheirDaysCounts(int days, LocalDate today, long months) {
        assertEquals(months, MonthlyTable.monthsOf(days, today));
    }
}
