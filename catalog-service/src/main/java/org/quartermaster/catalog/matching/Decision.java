package org.quartermaster.catalog.matching;

import java.util.List;

/** What becomes of a line after matching. */
public enum Decision {
    AUTO,
    REVIEW,
    NO_MATCH;

    /** How far the best one must be ahead of the second to be chosen (catalog.md 3.7). */
    private static final double AHEAD = 0.05;

    /**
     * Decides on a line.
     *
     * @param matches best first
     * @param auto confidence from which the best one is chosen
     * @param least confidence from which a person is asked
     */
    public static Decision of(List<Match> matches, double auto, double least) {
        if (matches.isEmpty() || matches.get(0).confidence() < least) {
            return NO_MATCH;
        }
        var best = matches.get(0);
        var second = matches.size() > 1 ? matches.get(1).confidence() : 0;
        return best.confidence() >= auto && best.confidence() - second >= AHEAD && !best.isAgainst() ? AUTO : REVIEW;
    }
}
