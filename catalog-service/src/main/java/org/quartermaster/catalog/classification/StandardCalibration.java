package org.quartermaster.catalog.classification;

import java.util.List;

/** The calibration measured on the O*NET tool names, for a catalogue with too few examples to measure its own. */
final class StandardCalibration {

    /** Fewer outcomes than this make bins that say little. */
    private static final int ENOUGH = 200;

    /** Outcomes that the standard share of right known names counts for beside the measured ones. */
    private static final double PRIOR = 20;

    private static final Calibration STANDARD = new Calibration(
            List.of(new CalibrationBin(0, 0.1, 100), new CalibrationBin(0.5, 0.5, 100)),
            List.of(new CalibrationBin(0, 0.05, 100)),
            0.9,
            0.8);

    private StandardCalibration() {}

    static Calibration get() {
        return STANDARD;
    }

    /** The calibration by these outcomes, with the standard one where they are too few. */
    static Calibration measured(List<Outcome> firsts, List<Outcome> others, List<Outcome> known, double precision) {
        return new Calibration(
                firsts.size() < ENOUGH ? STANDARD.bins() : Calibration.fit(firsts),
                others.size() < ENOUGH ? STANDARD.others() : Calibration.fit(others),
                knownName(known),
                firsts.size() < ENOUGH ? STANDARD.threshold() : Calibration.threshold(firsts, precision));
    }

    private static double knownName(List<Outcome> known) {
        double expected = known.stream().mapToDouble(Outcome::value).sum();
        long right = known.stream().filter(Outcome::right).count();
        return Math.min(1, (right + PRIOR * STANDARD.knownName()) / (expected + PRIOR));
    }
}
