package org.quartermaster.vehicle.completeness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletenessTest {
    private static final int CASES = 2_000;

    /** Active weights that sum to 100, and some that do not count. */
    private static WeightSet weights(Random random) {
        var weights = new ArrayList<Weight>();
        var rest = WeightSet.WHOLE;
        for (var i = 0; rest > 0; i++) {
            var percent = Math.min(rest, random.nextInt(30));
            weights.add(new Weight("f" + i, percent, random.nextBoolean(), true, null));
            rest -= percent;
        }
        weights.add(new Weight("off", random.nextInt(100), true, false, null));
        return new WeightSet("vehicle", 1, BigDecimal.valueOf(random.nextInt(101)), weights);
    }

    @Test
    void scoreAndWhatIsMissingSumToAHundred() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var n = 0; n < CASES; n++) {
            var fills = new HashMap<String, Fill>();
            var completeness = Completeness.of(
                    weights(random),
                    field -> fills.computeIfAbsent(field, each -> Fill.values()[random.nextInt(Fill.values().length)]));
            var missing = completeness.missing();
            var wouldAdd = missing.stream()
                    .mapToInt(Completeness.MissingField::wouldAdd)
                    .sum();

            assertEquals(WeightSet.WHOLE, completeness.score() + wouldAdd, "seed " + seed);
            assertEquals(
                    completeness.gaps().isEmpty() && completeness.reachesMinScore(),
                    completeness.verifiable(),
                    "seed " + seed);
            assertEquals(missing.isEmpty() ? null : missing.get(0).field(), completeness.nextBest(), "seed " + seed);
        }
    }

    @Test
    void theFieldThatAddsMostComesFirst() {
        var set = new WeightSet(
                "vehicle",
                3,
                BigDecimal.valueOf(70),
                List.of(
                        new Weight("color", 10, false, true, null),
                        new Weight("vin", 60, true, true, null),
                        new Weight("make", 30, false, true, null)));

        var completeness = Completeness.of(set, field -> field.equals("make") ? Fill.VALUE : Fill.EMPTY);

        assertEquals(30, completeness.score());
        assertEquals("vin", completeness.nextBest());
        assertEquals(List.of("vin"), completeness.gaps());
        assertFalse(completeness.verifiable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "?", "n/a", "NA", "None", "NULL", "unknown", " TBD "})
    void aPlaceholderSaysNothing(String text) {
        assertEquals(Fill.PLACEHOLDER, Fill.of(text));
    }

    @Test
    void zeroSaysSomethingAndBlankDoesNot() {
        assertEquals(Fill.VALUE, Fill.of(0));
        assertEquals(Fill.VALUE, Fill.of("0"));
        assertEquals(Fill.EMPTY, Fill.of(" \t"));
        assertEquals(Fill.EMPTY, Fill.of(null));
        assertNull(Completeness.FieldScore.of(new Weight("a", 1, false, true, null), Fill.VALUE)
                .reason());
    }
}
