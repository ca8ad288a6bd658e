package org.quartermaster.procurement.verdict;

/** What a tender is to a criterion, or to all of them. */
public enum Verdict {
    HIT,
    MISS,
    UNKNOWN
}
