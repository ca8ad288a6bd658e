package org.quartermaster.equipment.telemetry;

import java.util.ArrayList;
import java.util.List;
import org.quartermaster.equipment.telemetry.SingleCalls.Waiting;

/** The single calls of one tenant that wait for a commit, and how many commits are on their way. */
final class WaitingCalls {
    private static final int MOST_RUNNING = 4;

    private final List<Waiting> calls = new ArrayList<>();
    private int running;

    /** True for the first of those that wait. */
    boolean add(Waiting call) {
        calls.add(call);
        return calls.size() == 1;
    }

    /** Those that may go now; none while others are on their way, unless they have waited too long. */
    List<Waiting> take(boolean late, int most) {
        if (calls.isEmpty() || running >= (late ? MOST_RUNNING : 1)) {
            return List.of();
        }
        var first = calls.subList(0, Math.min(most, calls.size()));
        var taken = List.copyOf(first);
        first.clear();
        running++;
        return taken;
    }

    /** One commit is done; true when nothing is left. */
    boolean ended() {
        running--;
        return running == 0 && calls.isEmpty();
    }
}
