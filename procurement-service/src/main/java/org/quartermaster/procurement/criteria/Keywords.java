package org.quartermaster.procurement.criteria;

import java.util.List;
import java.util.Set;
import org.quartermaster.procurement.text.SearchField;
import org.quartermaster.procurement.text.Term;

/** Terms in the texts of a tender: one of any, each of all, no one of none. */
public record Keywords(List<Term> any, List<Term> all, List<Term> none, Set<SearchField> in) {
    /** Where terms are looked for when nothing is said. */
    public static final Set<SearchField> USUAL = Set.of(SearchField.TITLE, SearchField.DESCRIPTION);

    boolean isEmpty() {
        return any.isEmpty() && all.isEmpty() && none.isEmpty();
    }
}
