package org.quartermaster.procurement.verdict;

import java.util.Set;
import java.util.function.Consumer;
import org.quartermaster.platform.db.Words;
import org.quartermaster.procurement.text.SearchVector;

/** All keys that a tender has: of its words and their beginnings, its codes, and what else it states or leaves open. */
final class SubjectKeys {
    private final Subject subject;

    SubjectKeys(Subject subject) {
        this.subject = subject;
    }

    void forEach(Consumer<String> action) {
        words(subject.vector(), action);
        subject.chunks().forEach(chunk -> words(chunk, action));
        codes(subject.prefixes(), code -> action.accept(Keys.cpv(code)));
        codes(subject.mainPrefixes(), code -> action.accept(Keys.mainCpv(code)));
        for (var choice : Choice.values()) {
            action.accept(Keys.value(Words.of(choice), choice.value(subject)));
        }
        for (var side : Side.values()) {
            side.entities(subject).forEach(entity -> action.accept(Keys.value(side.plural(), entity)));
            if (!side.isKnown(subject)) {
                action.accept(Keys.value(side.plural(), null));
            }
        }
    }

    /** NB: in the order of spellings, so that a beginning that the last one had is not given again. */
    private static void words(SearchVector vector, Consumer<String> action) {
        var last = "";
        for (var spelling : vector.spellings()) {
            action.accept(Keys.whole(spelling));
            for (var length = common(last, spelling) + 1; length <= spelling.length(); length++) {
                action.accept(Keys.beginning(spelling.substring(0, length)));
            }
            last = spelling;
        }
    }

    private static int common(String one, String other) {
        var length = 0;
        while (length < one.length() && length < other.length() && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    private static void codes(Set<String> prefixes, Consumer<String> action) {
        prefixes.forEach(action);
        if (prefixes.isEmpty()) {
            action.accept("");
        }
    }
}
