package org.quartermaster.procurement.vector;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The vector {@code hash-v1} of a text: its content words and their pairs, each hashed to one of 768 dimensions and a
 * sign, weighted by 1 + ln of how often it stands there, of length 1. NB: StrictMath and a fixed order of adding, so
 * that every JVM gives the same bits.
 */
public final class HashVector {
    /** Numbers of a vector, of any model. */
    public static final int DIMENSIONS = 768;

    private static final int SEED = 0x5eed0001;

    private HashVector() {}

    /** All zeros where the text has no content words. */
    public static float[] of(String text) {
        var sums = new double[DIMENSIONS];
        features(text).forEach((feature, count) -> {
            var hash = Murmur3.hash(feature, SEED);
            var weight = 1 + StrictMath.log(count);
            sums[(hash >>> 1) % DIMENSIONS] += (hash & 1) == 0 ? weight : -weight;
        });
        return unit(sums);
    }

    private static Map<String, Integer> features(String text) {
        var counts = new LinkedHashMap<String, Integer>();
        String before = null;
        for (var word : ContentWords.of(text)) {
            counts.merge(word.bare(), 1, Integer::sum);
            if (before != null) {
                counts.merge(before + " " + word.bare(), 1, Integer::sum);
            }
            before = word.bare();
        }
        return counts;
    }

    /** The same direction, of length 1; zeros stay. */
    static float[] unit(double[] numbers) {
        var squares = 0.0;
        for (var number : numbers) {
            squares += number * number;
        }
        var length = squares == 0 ? 1 : StrictMath.sqrt(squares);
        var unit = new float[numbers.length];
        for (var i = 0; i < numbers.length; i++) {
            unit[i] = (float) (numbers[i] / length);
        }
        return unit;
    }
}
