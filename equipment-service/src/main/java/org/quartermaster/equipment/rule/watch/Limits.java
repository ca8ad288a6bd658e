package org.quartermaster.equipment.rule.watch;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * Where a value raises an alert and where it ends one; between the two nothing changes.
 *
 * @param raiseCount so many values in a row raise; {@code clearCount} so many end
 */
public record Limits(Direction direction, BigDecimal raiseAt, BigDecimal clearAt, int raiseCount, int clearCount) {
    /** Values that are further apart are not in a row. */
    public static final Duration ROW = Duration.ofDays(7);

    public static final int MAX_COUNT = 100;

    boolean raises(BigDecimal value) {
        return direction == Direction.BELOW ? value.compareTo(raiseAt) < 0 : value.compareTo(raiseAt) > 0;
    }

    public boolean clears(BigDecimal value) {
        return direction == Direction.BELOW ? value.compareTo(clearAt) >= 0 : value.compareTo(clearAt) <= 0;
    }

    /** How many values before a new one decide with it. */
    public int memory() {
        return Math.max(raiseCount, clearCount) - 1;
    }
}
