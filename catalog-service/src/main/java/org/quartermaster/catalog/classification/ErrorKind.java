package org.quartermaster.catalog.classification;

import java.util.List;
import java.util.Set;

/** How near a first suggestion came to the truth. */
enum ErrorKind {
    RIGHT,
    AMONG_FIVE,
    SAME_GROUP,
    ELSEWHERE,
    NOTHING_SUGGESTED;

    static ErrorKind of(List<ClassificationSuggestion> suggestions, Set<String> codes, SuggestionIndex index) {
        if (suggestions.isEmpty()) {
            return NOTHING_SUGGESTED;
        }
        if (codes.contains(suggestions.get(0).code())) {
            return RIGHT;
        }
        if (suggestions.stream().anyMatch(suggestion -> codes.contains(suggestion.code()))) {
            return AMONG_FIVE;
        }
        String group = group(index, suggestions.get(0).code());
        boolean kin = codes.stream().anyMatch(code -> group.equals(group(index, code)));
        return kin ? SAME_GROUP : ELSEWHERE;
    }

    private static String group(SuggestionIndex index, String code) {
        int place = index.placeOf(code);
        return place < 0 ? "" : index.label(place).group();
    }
}
