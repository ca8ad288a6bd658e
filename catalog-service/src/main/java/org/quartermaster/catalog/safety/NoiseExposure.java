package org.quartermaster.catalog.safety;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The noise of a day by 29 CFR 1910.95 and 1926.52.
 *
 * <p>Hours are rounded half-up to four decimals, dose, level and protected level to one; sums run on exact decimals.
 */
final class NoiseExposure {

    private static final MathContext EXACT = MathContext.DECIMAL64;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HIGHEST_PERMITTED = BigDecimal.valueOf(115);
    /** A dose of 50 % is a time-weighted average of 85 dB(A), 29 CFR 1910.95 appendix A. */
    private static final BigDecimal ACTION_DOSE = BigDecimal.valueOf(50);

    private static final BigDecimal WEIGHTING = BigDecimal.valueOf(7);
    private static final int HOURS_DECIMALS = 4;

    // NB: a sorted map finds 90 and 90.0 alike, a hashed one does not.
    private final Map<BigDecimal, BigDecimal> printedHours = new TreeMap<>();

    /**
     * Begins with the printed values of table D-2.
     *
     * @param tableD2 permitted hours by level in dB(A)
     */
    NoiseExposure(Map<BigDecimal, BigDecimal> tableD2) {
        printedHours.putAll(tableD2);
    }

    /**
     * Hours that a level may last in a day: T = 8 / 2^((L - 90)/5), the printed value where the table has the level,
     * none above 115 dB(A).
     */
    BigDecimal permittedHours(BigDecimal level) {
        if (level.compareTo(HIGHEST_PERMITTED) > 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal printed = printedHours.get(level);
        return printed == null
                ? decimal(8 / StrictMath.pow(2, (level.doubleValue() - 90) / 5), HOURS_DECIMALS)
                : printed;
    }

    /**
     * The dose, its eight-hour average, and what a protector leaves.
     *
     * @param spells at least one
     * @param nrr noise reduction rating in dB, or null; a rating by another method is never converted into it
     */
    NoiseResult assess(List<NoiseSpell> spells, BigDecimal nrr) {
        List<ExposureStep> steps = new ArrayList<>();
        BigDecimal highest = spells.stream()
                .map(NoiseSpell::levelDba)
                .max(BigDecimal::compareTo)
                .orElseThrow();
        BigDecimal protectedLevel = nrr == null ? null : protectedLevel(highest, nrr, steps);
        if (highest.compareTo(HIGHEST_PERMITTED) > 0) {
            steps.add(new ExposureStep("not_permitted", "%s > 115 dB(A)".formatted(highest), BigDecimal.ZERO));
            return new NoiseResult(false, null, null, BigDecimal.ZERO, protectedLevel, true, steps);
        }
        BigDecimal dose = dose(spells, steps);
        return new NoiseResult(
                true,
                dose.setScale(1, RoundingMode.HALF_UP),
                average(dose, steps),
                permittedHours(highest),
                protectedLevel,
                dose.compareTo(ACTION_DOSE) >= 0,
                steps);
    }

    private BigDecimal dose(List<NoiseSpell> spells, List<ExposureStep> steps) {
        BigDecimal dose = BigDecimal.ZERO;
        for (NoiseSpell spell : spells) {
            BigDecimal permitted = permittedHours(spell.levelDba());
            String formula = printedHours.containsKey(spell.levelDba())
                    ? "table D-2 at %s dB(A)".formatted(spell.levelDba())
                    : "8 / 2^((%s - 90)/5) h".formatted(spell.levelDba());
            steps.add(new ExposureStep("permitted_hours", formula, permitted));
            BigDecimal part = HUNDRED.multiply(spell.hours()).divide(permitted, EXACT);
            steps.add(new ExposureStep(
                    "dose_part",
                    "100 x %s / %s %%".formatted(spell.hours(), permitted),
                    part.setScale(1, RoundingMode.HALF_UP)));
            dose = dose.add(part);
        }
        steps.add(new ExposureStep("dose", "sum of parts, %", dose.setScale(1, RoundingMode.HALF_UP)));
        return dose;
    }

    private static BigDecimal average(BigDecimal dose, List<ExposureStep> steps) {
        BigDecimal average = decimal(16.61 * StrictMath.log10(dose.doubleValue() / 100) + 90, 1);
        String formula = "16.61 log10(%s / 100) + 90 dB(A)".formatted(dose.setScale(1, RoundingMode.HALF_UP));
        steps.add(new ExposureStep("twa", formula, average));
        return average;
    }

    /** NB: a rating under 7 dB gives no protection by this rule, but does not make the noise louder either. */
    private static BigDecimal protectedLevel(BigDecimal level, BigDecimal nrr, List<ExposureStep> steps) {
        BigDecimal attenuation = nrr.subtract(WEIGHTING).max(BigDecimal.ZERO);
        BigDecimal left = level.subtract(attenuation).setScale(1, RoundingMode.HALF_UP);
        steps.add(new ExposureStep("protected", "%s - (%s - 7) dB(A)".formatted(level, nrr), left));
        return left;
    }

    private static BigDecimal decimal(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }
}
