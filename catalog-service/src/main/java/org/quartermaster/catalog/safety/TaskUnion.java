package org.quartermaster.catalog.safety;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Everything that some tasks together ask for: the strictest wins, so what one of them demands is mandatory.
 *
 * @param hazards the worst rating of each hazard, the worst first
 * @param mandatory codes of equipment with the hazards that demand it
 * @param recommended codes of equipment that no task demands, with the hazards that advise it
 * @param standards citations with the hazards that rest on them
 */
record TaskUnion(
        RiskLevel risk,
        List<HazardRating> hazards,
        SortedMap<String, SortedSet<String>> mandatory,
        SortedMap<String, SortedSet<String>> recommended,
        SortedMap<String, SortedSet<String>> standards) {

    private static final Comparator<HazardRating> MILDEST_FIRST =
            Comparator.comparingInt(HazardRating::product).thenComparingInt(HazardRating::severity);

    /**
     * The union of tasks.
     *
     * @param tasks at least one
     */
    static TaskUnion of(List<SafetyTask> tasks) {
        List<HazardRating> all =
                tasks.stream().flatMap(task -> task.hazards().stream()).toList();
        Map<String, HazardRating> worst = new TreeMap<>();
        all.forEach(rating -> worst.merge(rating.code(), rating, TaskUnion::worse));
        List<HazardRating> hazards = worst.values().stream()
                .sorted(MILDEST_FIRST.reversed().thenComparing(HazardRating::code))
                .toList();
        SortedMap<String, SortedSet<String>> mandatory = because(all, HazardRating::mandatoryPpe);
        SortedMap<String, SortedSet<String>> recommended = because(all, HazardRating::recommendedPpe);
        recommended.keySet().removeAll(mandatory.keySet());
        return new TaskUnion(
                RiskLevel.of(hazards.isEmpty() ? 0 : hazards.get(0).product()),
                hazards,
                mandatory,
                recommended,
                because(all, HazardRating::standards));
    }

    private static HazardRating worse(HazardRating one, HazardRating other) {
        return MILDEST_FIRST.compare(one, other) >= 0 ? one : other;
    }

    private static SortedMap<String, SortedSet<String>> because(
            List<HazardRating> ratings, Function<HazardRating, List<String>> asked) {
        SortedMap<String, SortedSet<String>> reasons = new TreeMap<>();
        ratings.forEach(
                rating -> asked.apply(rating).forEach(code -> reasons.computeIfAbsent(code, key -> new TreeSet<>())
                        .add(rating.code())));
        return reasons;
    }
}
