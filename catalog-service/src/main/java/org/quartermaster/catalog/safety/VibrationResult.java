package org.quartermaster.catalog.safety;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The hand-arm vibration of a day by Directive 2002/44/EC: action value 2.5, limit value 5 m/s2.
 *
 * @param a8 m/s2 over eight hours, half-up to two decimals
 * @param points half-up to one decimal; 100 is the action value, 400 the limit
 */
record VibrationResult(
        BigDecimal a8, BigDecimal points, boolean actionExceeded, boolean limitExceeded, List<ExposureStep> steps) {

    private static final MathContext EXACT = MathContext.DECIMAL64;
    // NB: 100 x (a/2.5)^2 x T/8 is a x a x T x 2, so points are exact.
    private static final BigDecimal POINTS_PER_SQUARE_HOUR = BigDecimal.valueOf(2);
    private static final BigDecimal ACTION_POINTS = BigDecimal.valueOf(100);
    private static final BigDecimal LIMIT_POINTS = BigDecimal.valueOf(400);

    /**
     * The sum of several tools.
     *
     * @param spells at least one
     */
    static VibrationResult of(List<VibrationSpell> spells) {
        List<ExposureStep> steps = new ArrayList<>();
        BigDecimal points = BigDecimal.ZERO;
        for (VibrationSpell spell : spells) {
            BigDecimal part =
                    spell.acceleration().pow(2).multiply(spell.hours()).multiply(POINTS_PER_SQUARE_HOUR);
            steps.add(new ExposureStep(
                    "points_part",
                    "100 x (%s/2.5)^2 x %s/8".formatted(spell.acceleration(), spell.hours()),
                    rounded(part, 1)));
            points = points.add(part);
        }
        BigDecimal a8 = points.divide(BigDecimal.valueOf(16), EXACT).sqrt(EXACT);
        steps.add(new ExposureStep("points", "sum of parts", rounded(points, 1)));
        steps.add(new ExposureStep("a8", "2.5 x sqrt(%s/100) m/s2".formatted(rounded(points, 1)), rounded(a8, 2)));
        return new VibrationResult(
                rounded(a8, 2),
                rounded(points, 1),
                points.compareTo(ACTION_POINTS) > 0,
                points.compareTo(LIMIT_POINTS) > 0,
                List.copyOf(steps));
    }

    private static BigDecimal rounded(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }
}
