package org.quartermaster.catalog.classification;

import java.util.List;

/** The calibration measured on the O*NET tool names, for a catalogue with too few examples to measure its own. */
final class StandardCalibration {

    /** Fewer outcomes than this make bins that say little. */
    private static final int ENOUGH = 200;

    /** Outcomes that the standard share of right known names counts for beside the measured ones. */
    private static final double PRIOR = 20;

    private static final Calibration STANDARD = new Calibration(
            List.of(
                    new CalibrationBin(0, 0.06, 60),
                    new CalibrationBin(0.08, 0.2, 300),
                    new CalibrationBin(0.26, 0.3, 240),
                    new CalibrationBin(0.45, 0.44, 120),
                    new CalibrationBin(0.57, 0.62, 180),
                    new CalibrationBin(0.79, 0.72, 120),
                    new CalibrationBin(0.9, 0.79, 90),
                    new CalibrationBin(0.96, 0.88, 51)),
            List.of(
                    new CalibrationBin(0, 0.01, 870),
                    new CalibrationBin(0.01, 0.02, 1140),
                    new CalibrationBin(0.03, 0.05, 1260),
                    new CalibrationBin(0.07, 0.11, 990),
                    new CalibrationBin(0.15, 0.18, 270),
                    new CalibrationBin(0.23, 0.34, 114)),
            0.9,
            0.93);

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
