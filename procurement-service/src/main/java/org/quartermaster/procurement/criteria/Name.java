package org.quartermaster.procurement.criteria;

import java.util.UUID;
import org.quartermaster.procurement.text.Term;

/** A buyer or supplier by a term of its name, or by its id: one of both is null. */
public record Name(Term term, UUID entityId) {
    @Override
    public String toString() {
        return term == null ? entityId.toString() : term.text();
    }
}
