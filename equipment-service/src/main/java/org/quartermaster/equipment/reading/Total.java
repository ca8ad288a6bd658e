package org.quartermaster.equipment.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a counter of a machine stood at; the time is in microseconds since 1970. */
public record Total(long at, BigDecimal value) {

    /** The total at a time between this reading and a later one, by linear interpolation. */
    public BigDecimal towards(Total later, long time, int scale) {
        var part = BigDecimal.valueOf(time - at);
        var span = BigDecimal.valueOf(later.at - at);
        var grown = later.value.subtract(value).multiply(part).divide(span, scale, RoundingMode.HALF_UP);
        return value.add(grown).setScale(scale, RoundingMode.HALF_UP);
    }
}
