package org.quartermaster.catalog.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static List<Outcome> outcomes(double share, int right, int wrong) {
        List<Outcome> outcomes = new ArrayList<>(Collections.nCopies(right, new Outcome(share, true)));
        outcomes.addAll(Collections.nCopies(wrong, new Outcome(share, false)));
        return outcomes;
    }

    @Test
    void theConfidenceIsTheMeasuredPartOfRightOnes() {
        List<Outcome> outcomes = outcomes(0.9, 20, 80);
        outcomes.addAll(outcomes(0.95, 80, 20));

        Calibration calibration = new Calibration(Calibration.fit(outcomes), Calibration.fit(outcomes), 1, 0.5);

        assertTrue(calibration.first(0.1) < 0.25, "whatever the engine claims, one in five was right");
        assertTrue(calibration.first(0.96) > 0.7, "four in five were right above");
    }

    @Test
    void moreShareNeverMeansLessConfidence() {
        Random random = new Random(7);
        List<Outcome> outcomes = IntStream.range(0, 1000)
                .mapToObj(i -> new Outcome(random.nextDouble(), random.nextBoolean()))
                .toList();

        List<CalibrationBin> bins = Calibration.fit(outcomes);

        for (int i = 1; i < bins.size(); i++) {
            assertTrue(bins.get(i).from() > bins.get(i - 1).from());
            assertTrue(bins.get(i).confidence() > bins.get(i - 1).confidence() - 0.02);
        }
        assertEquals(1000, bins.stream().mapToInt(CalibrationBin::size).sum());
    }

    @Test
    void theThresholdKeepsTheWantedPrecision() {
        List<Outcome> outcomes = outcomes(0.9, 90, 10);
        outcomes.addAll(outcomes(0.5, 10, 90));

        assertEquals(0.9, Calibration.threshold(outcomes, 0.85));
    }

    @Test
    void nothingIsSureEnoughWhenAllWasWrong() {
        assertTrue(Calibration.threshold(outcomes(0.99, 0, 50), 0.85) > 1);
    }

    @Test
    void tooFewOutcomesLeaveTheStandard() {
        Calibration measured = StandardCalibration.measured(outcomes(0.5, 1, 0), List.of(), List.of(), 0.85);

        assertEquals(StandardCalibration.get(), measured);
    }
}
