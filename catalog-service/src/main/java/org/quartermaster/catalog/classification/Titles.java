package org.quartermaster.catalog.classification;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The titles of all codes of a system, and what stands above each.
 *
 * @param english by code
 * @param translated by language, then by code
 * @param groups the group of each ETIM class; empty for UNSPSC, whose codes tell it
 */
record Titles(Map<String, String> english, Map<String, Map<String, String>> translated, Map<String, String> groups) {

    /** The title in a language, else in English. */
    String of(String code, String language) {
        return translated.getOrDefault(language, Map.of()).getOrDefault(code, english.get(code));
    }

    /** From the top down to the code. */
    List<PathStep> path(String code, String language) {
        return codes(code)
                .filter(english::containsKey)
                .map(step -> new PathStep(step, of(step, language)))
                .toList();
    }

    private Stream<String> codes(String code) {
        return EtimCode.isClass(code)
                ? Stream.of(groups.get(code), code).filter(Objects::nonNull)
                : new UnspscCode(code).path().stream().map(UnspscCode::digits);
    }
}
