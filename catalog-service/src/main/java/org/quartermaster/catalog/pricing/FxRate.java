package org.quartermaster.catalog.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How much of {@code quote} one {@code base} was worth on a day. */
record FxRate(String base, String quote, BigDecimal rate, LocalDate validOn) {

    private static final int OLDEST_DAYS = 7;

    /** The newest rate of that day or of the seven days before. */
    static Optional<FxRate> newest(List<FxRate> rates, String from, String to, LocalDate day) {
        return rates.stream()
                .filter(rate -> rate.base.equals(from) && rate.quote.equals(to))
                .filter(rate -> !rate.validOn.isAfter(day) && !rate.validOn.isBefore(day.minusDays(OLDEST_DAYS)))
                .max(Comparator.comparing(FxRate::validOn));
    }
}
