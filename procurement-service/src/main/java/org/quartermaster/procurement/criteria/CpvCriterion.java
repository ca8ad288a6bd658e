package org.quartermaster.procurement.criteria;

import java.util.List;
import java.util.stream.Stream;
import org.quartermaster.procurement.cpv.Cpv;

/** Subtrees of the CPV, of all codes of a tender or of its main one. */
public record CpvCriterion(List<Cpv> any, List<Cpv> none, Scope scope) {
    /** Which codes of a tender count. */
    public enum Scope {
        ANY,
        MAIN
    }

    boolean isEmpty() {
        return any.isEmpty() && none.isEmpty();
    }

    /** All subtrees that are asked for or left out. */
    public List<Cpv> codes() {
        return Stream.concat(any.stream(), none.stream()).toList();
    }
}
