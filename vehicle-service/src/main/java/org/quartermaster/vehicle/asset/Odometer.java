package org.quartermaster.vehicle.asset;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Distances that odometers show. */
public final class Odometer {
    /** The international mile. */
    static final BigDecimal KM_PER_MILE = new BigDecimal("1.609344");

    private static final BigDecimal TOLERANCE_KM = new BigDecimal("100");
    private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

    private Odometer() {}

    /** With one decimal; null where value or unit is not known. */
    public static BigDecimal km(BigDecimal value, OdometerUnit unit) {
        if (value == null || unit == null) {
            return null;
        }
        return (unit == OdometerUnit.MI ? value.multiply(KM_PER_MILE) : value).setScale(1, RoundingMode.HALF_UP);
    }

    /** Whether a later reading is lower by more than 1 % and more than 100 km. */
    static boolean isRollback(BigDecimal before, BigDecimal after) {
        var fall = before.subtract(after);
        return fall.compareTo(TOLERANCE_KM) > 0 && fall.compareTo(before.multiply(TOLERANCE)) > 0;
    }
}
