package org.quartermaster.procurement.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quartermaster.platform.list.ListQuery.Part;
import org.quartermaster.procurement.criteria.Unknown;

/** One criterion: the same judgement in Java and in SQL, and what explains it. */
interface Rule {
    /** Its name, such as {@code keywords.any}. */
    String name();

    /** What becomes of a tender of which it is not known. */
    Unknown unknown();

    Judgement judge(Subject subject);

    /** What is asked for, as it shows in JSON. */
    Object expected();

    /** What the tender has, as it shows in JSON; null where it is unknown. */
    Object actual(Subject subject);

    /** Passages of the tender's texts that show the verdict. */
    default List<Evidence> evidence(Subject subject) {
        return List.of();
    }

    /** The condition of a hit over procurement.tenders t; never null for a row. */
    Part hit(Instant instant);

    /** The condition that it is not known; empty where it always is. */
    Optional<Part> unknown(Instant instant);

    /** Keys of which a tender must have one to be a hit or unknown; empty where none can be told. */
    default Optional<Keys> keys() {
        return Optional.empty();
    }

    /** What a tender may be to it and still belong to the answer. */
    default boolean admits(Verdict verdict) {
        return verdict == Verdict.HIT || verdict == Verdict.UNKNOWN && unknown() == Unknown.INCLUDE;
    }
}
