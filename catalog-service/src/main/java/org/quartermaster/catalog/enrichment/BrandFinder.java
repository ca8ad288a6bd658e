package org.quartermaster.catalog.enrichment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quartermaster.catalog.text.Words;

/** Finds the brand that a name of an article holds, by its name or an alias; the longest one wins, then the first. */
final class BrandFinder {
    private final List<Known> known = new ArrayList<>();

    private record Known(long brand, List<String> words) {}

    private record Found(Known known, int place) {}

    /** @param name or alias of a brand */
    void add(long brand, String name) {
        var words = Words.of(name);
        if (!words.isEmpty()) {
            known.add(new Known(brand, words));
        }
    }

    /** The brand; empty where two brands have the same claim. */
    Optional<Long> find(String name) {
        var words = Words.of(name);
        var found = known.stream()
                .map(each -> new Found(each, Collections.indexOfSubList(words, each.words())))
                .filter(each -> each.place() >= 0)
                .sorted(Comparator.comparingInt(
                                (Found each) -> -each.known().words().size())
                        .thenComparingInt(Found::place))
                .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var first = found.get(0);
        var isDoubtful = found.stream()
                .anyMatch(each -> each.known().brand() != first.known().brand()
                        && each.known().words().equals(first.known().words()));
        return isDoubtful ? Optional.empty() : Optional.of(first.known().brand());
    }
}
