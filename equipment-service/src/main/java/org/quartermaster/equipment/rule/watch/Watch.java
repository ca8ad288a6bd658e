package org.quartermaster.equipment.rule.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.quartermaster.equipment.alert.Standing;
import org.quartermaster.equipment.rule.watch.Step.Effect;

/**
 * One rule over the readings of one machine in the order of device time. It remembers nothing that the alert and the
 * last readings do not tell, so that it goes on wherever the samples were cut into batches.
 */
public final class Watch {
    private final Limits limits;
    private final List<Reading> row = new ArrayList<>();
    private boolean open;
    private boolean quiet;

    /** @param before the last readings, the latest last; at least {@link Limits#memory} where there are so many */
    public Watch(Limits limits, Standing standing, List<Reading> before) {
        this.limits = limits;
        this.open = standing.open();
        this.quiet = standing.quiet();
        before.forEach(this::remember);
    }

    private void remember(Reading reading) {
        if (row.size() > limits.memory()) {
            row.remove(0);
        }
        row.add(reading);
    }

    /** @param mayRaise false for a machine that is out of use */
    public Optional<Step> take(Reading reading, boolean mayRaise) {
        remember(reading);
        if (isRow(limits.clearCount(), each -> limits.clears(each.value()))) {
            return clear();
        }
        if (mayRaise && !open && !quiet && isRow(limits.raiseCount(), each -> limits.raises(each.value()))) {
            open = true;
            return Optional.of(new Step(Effect.RAISE, last(limits.raiseCount())));
        }
        return Optional.empty();
    }

    private Optional<Step> clear() {
        var effect = open ? Effect.CLEAR : quiet ? Effect.CALM : null;
        open = false;
        quiet = false;
        return effect == null ? Optional.empty() : Optional.of(new Step(effect, last(limits.clearCount())));
    }

    private boolean isRow(int count, Predicate<Reading> fits) {
        if (row.size() < count) {
            return false;
        }
        var last = last(count);
        return last.stream().allMatch(fits)
                && !last.get(0).at().isBefore(last.get(count - 1).at().minus(Limits.ROW));
    }

    private List<Reading> last(int count) {
        return List.copyOf(row.subList(row.size() - count, row.size()));
    }
}
