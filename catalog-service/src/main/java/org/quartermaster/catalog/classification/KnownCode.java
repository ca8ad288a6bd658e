package org.quartermaster.catalog.classification;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A code that an earlier example gives for just this name; the tenant's own word comes before the shared ones.
 *
 * @param share part of the examples of the name that give this code, 0 to 1
 */
record KnownCode(int label, double share, double confidence) {

    /** A person of this tenant said so; what remains is that people err. */
    private static final double OWN_WORD = 0.99;

    /** The codes of the name, surest first. */
    static List<KnownCode> of(String folded, SuggestionIndex index, TenantExamples tenant, Calibration calibration) {
        List<Passage> own = tenant.corpus().saying(folded);
        if (!own.isEmpty()) {
            return shared(own, OWN_WORD);
        }
        List<Passage> common = index.corpus().saying(folded).stream()
                .filter(passage -> !tenant.refuses(folded, passage.label()))
                .toList();
        return shared(common, calibration.knownName());
    }

    private static List<KnownCode> shared(List<Passage> passages, double sureness) {
        Map<Integer, Integer> weights = passages.stream()
                .collect(Collectors.toMap(Passage::label, Passage::weight, Integer::sum, TreeMap::new));
        int total = weights.values().stream().mapToInt(Integer::intValue).sum();
        return weights.entrySet().stream()
                .map(entry -> of(entry.getKey(), (double) entry.getValue() / total, sureness))
                .sorted(Comparator.comparingDouble(KnownCode::confidence).reversed())
                .toList();
    }

    private static KnownCode of(int label, double share, double sureness) {
        return new KnownCode(label, share, sureness * share);
    }
}
