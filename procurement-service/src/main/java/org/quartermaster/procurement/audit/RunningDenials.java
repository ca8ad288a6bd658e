package org.quartermaster.procurement.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.security.Caller;

/** What was denied within the minute at hand, by its kind. */
final class RunningDenials {
    static final Duration MINUTE = Duration.ofMinutes(1);

    private final Map<Kind, Counted> running = new HashMap<>();
    private List<Denial> firsts = new ArrayList<>();

    /** What is counted together. */
    record Kind(String tenant, String action, String address) {}

    /** One denial. */
    record Denial(Caller caller, String action, String request, String address) {}

    private record Counted(Instant since, int more) {}

    /** Counts one; true for the first of its minute, which is to be noted at once. */
    synchronized boolean isFirst(Kind kind, Instant now) {
        var counted = running.get(kind);
        if (counted == null) {
            running.put(kind, new Counted(now, 0));
            return true;
        }
        running.put(kind, new Counted(counted.since(), counted.more() + 1));
        return false;
    }

    /** Counts one, and keeps it when it is the first of its minute. */
    synchronized void add(Denial denial, Instant now) {
        if (isFirst(new Kind(denial.caller().tenant(), denial.action(), denial.address()), now)) {
            firsts.add(denial);
        }
    }

    /** Takes the first ones that wait to be noted. */
    synchronized List<Denial> firsts() {
        var taken = firsts;
        firsts = new ArrayList<>();
        return taken;
    }

    /** Takes the numbers of the others, of the minutes that are over by then. */
    synchronized Map<Kind, Integer> over(Instant now) {
        var over = new HashMap<Kind, Integer>();
        running.entrySet().removeIf(each -> {
            var isOver = Duration.between(each.getValue().since(), now).compareTo(MINUTE) >= 0;
            if (isOver && each.getValue().more() > 0) {
                over.put(each.getKey(), each.getValue().more());
            }
            return isOver;
        });
        return over;
    }
}
