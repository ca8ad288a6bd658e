package org.quartermaster.procurement.verdict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.quartermaster.procurement.text.Folding;
import org.quartermaster.procurement.text.Term;
import org.quartermaster.procurement.text.Word;

/**
 * What was looked for in the texts of one tender, so that it is looked for once: of many alerts that meet a tender most
 * share their words. One thread at a time.
 */
final class FoundTerms {
    private final Map<Place, Boolean> known = new HashMap<>();
    private final Map<Place, List<Evidence>> shown = new HashMap<>();
    private final Map<String, List<Word>> folded = new HashMap<>();

    private record Place(Term term, Texts texts) {}

    boolean have(Term term, Texts texts, BooleanSupplier look) {
        var place = new Place(term, texts);
        var have = known.get(place);
        if (have == null) {
            have = look.getAsBoolean();
            known.put(place, have);
        }
        return have;
    }

    List<Evidence> evidence(Term term, Texts texts, Supplier<List<Evidence>> look) {
        return shown.computeIfAbsent(new Place(term, texts), place -> look.get());
    }

    List<Word> words(String text) {
        return folded.computeIfAbsent(text, Folding::words);
    }
}
