package org.quartermaster.procurement.verdict;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.quartermaster.procurement.text.Term;

/** Terms as keys; the longer the beginning of a word, the fewer texts are taken to have it. */
final class TermKeys {
    private TermKeys() {}

    static Keys anyOf(Collection<Term> terms) {
        var cost = terms.stream().mapToDouble(term -> cost(term.keys())).sum();
        return new Keys(
                terms.stream()
                        .flatMap(term -> term.keys().stream())
                        .map(TermKeys::key)
                        .distinct()
                        .toList(),
                cost);
    }

    static Keys longestOf(Collection<Term> terms) {
        var rarest = terms.stream()
                .map(Term::keys)
                .min(Comparator.comparingDouble(TermKeys::cost))
                .orElseThrow();
        return new Keys(rarest.stream().map(TermKeys::key).toList(), cost(rarest));
    }

    private static String key(Term.Key key) {
        return key.isPrefix() ? Keys.beginning(key.spelling()) : Keys.whole(key.spelling());
    }

    private static double cost(List<Term.Key> keys) {
        return 0.2 / keys.get(0).spelling().length();
    }
}
