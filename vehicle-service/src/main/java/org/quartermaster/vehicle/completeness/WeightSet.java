package org.quartermaster.vehicle.completeness;

import java.math.BigDecimal;
import java.util.List;
import org.quartermaster.platform.rest.Versioned;

/** One version of the weights of an entity; the active ones sum to 100. */
public record WeightSet(String entityType, long version, BigDecimal minScore, List<Weight> weights)
        implements Versioned {
    public static final int WHOLE = 100;

    List<Weight> active() {
        return weights.stream().filter(Weight::isActive).toList();
    }

    static int sum(List<Weight> weights) {
        return weights.stream()
                .filter(Weight::isActive)
                .mapToInt(Weight::weightPercent)
                .sum();
    }
}
