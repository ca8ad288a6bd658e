package org.quartermaster.catalog.classification;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * A UNSPSC code that a stretch of the CPV stands for.
 *
 * @param cpvPrefix digits without trailing zeros
 * @param weight how well the two meet, 0 to 1
 */
record CpvMapping(String cpvPrefix, String unspscCode, BigDecimal weight) {

    private static final Comparator<CpvMapping> BEST_FIRST =
            Comparator.comparing(CpvMapping::weight).reversed().thenComparing(CpvMapping::unspscCode);

    /** The mappings of the longest prefix that has any, the best first; a longer prefix hides the shorter ones. */
    static List<CpvMapping> nearest(CpvCode code, List<CpvMapping> mappings) {
        return code.prefixes().stream()
                .map(prefix -> mappings.stream()
                        .filter(mapping -> mapping.cpvPrefix.equals(prefix))
                        .sorted(BEST_FIRST)
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
