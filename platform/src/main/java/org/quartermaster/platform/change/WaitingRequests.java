package org.quartermaster.platform.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.quartermaster.platform.change.SharedCommits.Waiting;

/** The requests of one tenant that wait for a commit, and how many commits are on their way. */
final class WaitingRequests<C, R> {
    private static final int MOST_RUNNING = 4;

    private final Function<C, Set<?>> claims;
    private List<Waiting<C, R>> waiting = new ArrayList<>();
    private boolean isHeldBack;
    private int running;

    /** @param claims what a request has for itself in its commit */
    WaitingRequests(Function<C, Set<?>> claims) {
        this.claims = claims;
    }

    /** True for the first of those that wait. */
    boolean add(Waiting<C, R> one) {
        waiting.add(one);
        return waiting.size() == 1;
    }

    /**
     * Those that may go now; none while others are on their way, unless they have waited too long, or cannot go with
     * those before them.
     */
    List<Waiting<C, R>> take(boolean late, int most) {
        if (waiting.isEmpty() || running >= (late || isHeldBack ? MOST_RUNNING : 1)) {
            return List.of();
        }
        var taken = new ArrayList<Waiting<C, R>>();
        var left = new ArrayList<Waiting<C, R>>();
        var claimed = new HashSet<Object>();
        isHeldBack = false;
        for (var one : waiting) {
            var own = claims.apply(one.request());
            var isFree = own.stream().noneMatch(claimed::contains);
            if (isFree && taken.size() < most) {
                taken.add(one);
                claimed.addAll(own);
            } else {
                left.add(one);
                isHeldBack |= !isFree;
            }
        }
        waiting = left;
        running++;
        return taken;
    }

    /** One commit is done; true when nothing is left. */
    boolean ended() {
        running--;
        return running == 0 && waiting.isEmpty();
    }
}
