package org.quartermaster.equipment.samples;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/** The samples of one bucket summed up; values that no sample had are null. */
record Summary(Instant from, Instant to, long samples, Map<String, Spread> values, Map<String, Spread> measures)
        implements Measured {

    /** One value over the samples that had it. */
    record Spread(BigDecimal min, BigDecimal max, BigDecimal avg, BigDecimal last) {}
}
