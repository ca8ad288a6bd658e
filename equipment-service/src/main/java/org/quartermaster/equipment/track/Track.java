package org.quartermaster.equipment.track;

import org.quartermaster.platform.problem.Problem;

/**
 * A track that takes any number of positions in order and keeps a bounded number. Without a tolerance of the client's
 * it begins with all of them, and each time that they grow too many it doubles its tolerance; tolerances add up.
 */
final class Track {
    /** Positions that one answer holds at most: about 3 MB of GeoJSON. */
    static final int MOST = 50_000;

    private final boolean adapts;
    private double tolerance;
    private Line kept = new Line();
    private long positions;

    /** @param metres tolerance, or null for the smallest that suffices */
    Track(Double metres) {
        adapts = metres == null;
        tolerance = adapts ? 0 : metres;
    }

    /**
     * Takes the positions that follow.
     *
     * @throws Problem 422 when more stay than one answer holds
     */
    void add(Line next) {
        positions += next.size();
        append(next);
        while (kept.size() > MOST) {
            if (!adapts) {
                throw Problem.invalid("simplify_m", "too_many_positions", MOST);
            }
            var step = Math.max(1, tolerance);
            kept = Simplifier.simplify(kept, step);
            tolerance += step;
        }
    }

    private void append(Line next) {
        var joined = new Line();
        if (kept.size() > 0) {
            joined.add(kept, kept.size() - 1);
        }
        for (var i = 0; i < next.size(); i++) {
            joined.add(next, i);
        }
        var simple = Simplifier.simplify(joined, tolerance);
        for (var i = kept.size() > 0 ? 1 : 0; i < simple.size(); i++) {
            kept.add(simple, i);
        }
    }

    Line line() {
        return kept;
    }

    /** Metres that a lost position is away from the line at most. */
    double tolerance() {
        return tolerance;
    }

    /** Positions taken. */
    long positions() {
        return positions;
    }
}
