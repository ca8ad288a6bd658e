package org.quartermaster.procurement.verdict;

/** What a tender is to a criterion, or to all of them. */
public enum Verdict {
    HIT,
    MISS,
    UNKNOWN;

    /** Of both together: any miss is a miss, and two hits are a hit. */
    Verdict and(Verdict other) {
        return this == MISS || other == HIT ? this : other;
    }
}
