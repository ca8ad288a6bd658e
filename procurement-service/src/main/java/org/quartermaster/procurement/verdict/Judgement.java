package org.quartermaster.procurement.verdict;

/**
 * A verdict with its reason.
 *
 * @param reason null where expected and actual say all
 */
record Judgement(Verdict verdict, Reason reason) {
    static final Judgement HIT = new Judgement(Verdict.HIT, null);
    static final Judgement MISS = new Judgement(Verdict.MISS, null);

    static Judgement of(boolean isHit) {
        return isHit ? HIT : MISS;
    }

    static Judgement unknown(Reason reason) {
        return new Judgement(Verdict.UNKNOWN, reason);
    }

    /** The verdict of a list that excludes on evidence only. */
    static Judgement unless(boolean isFound, boolean isKnown) {
        return isFound ? MISS : isKnown ? HIT : new Judgement(Verdict.HIT, Reason.UNKNOWN_PASSES);
    }
}
