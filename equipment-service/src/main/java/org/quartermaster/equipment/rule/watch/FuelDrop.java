package org.quartermaster.equipment.rule.watch;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quartermaster.equipment.alert.Standing;
import org.quartermaster.equipment.reference.Earth;
import org.quartermaster.equipment.rule.watch.Step.Effect;

/**
 * Finds fuel that leaves the tank of a standing machine: the median of three readings falls by so many points within
 * ten minutes. It is a happening, not a state: the alert stays until a person resolves it, and the same fall is told
 * once.
 */
public final class FuelDrop {
    public static final Duration WITHIN = Duration.ofMinutes(10);
    private static final double STANDING_KMH = 1;
    private static final double STANDING_METRES = 25;

    private final BigDecimal points;
    private final Instant told;
    private final List<Moment> moments = new ArrayList<>();
    private boolean open;

    /** @param before what was said in the last {@link #WITHIN} twice over, the latest last */
    public FuelDrop(BigDecimal points, Standing standing, List<Moment> before) {
        this.points = points;
        this.open = standing.open();
        this.told = standing.readingAt();
        moments.addAll(before);
    }

    public Optional<Step> take(Moment moment, boolean mayRaise) {
        moments.add(moment);
        moments.removeIf(each -> each.at().isBefore(moment.at().minus(WITHIN.multipliedBy(2))));
        if (open || !mayRaise || moment.fuel() == null) {
            return Optional.empty();
        }
        var fuels = moments.stream()
                .filter(each -> each.fuel() != null)
                .filter(each -> told == null || each.at().isAfter(told))
                .toList();
        return fall(fuels, moment);
    }

    private Optional<Step> fall(List<Moment> fuels, Moment moment) {
        var now = median(fuels, fuels.size() - 1);
        for (var i = fuels.size() - 2; now != null && i >= 0; i--) {
            if (fuels.get(i).at().isBefore(moment.at().minus(WITHIN))) {
                break;
            }
            var then = median(fuels, i);
            if (then != null
                    && then.subtract(now).compareTo(points) >= 0
                    && stands(fuels.get(i).at())) {
                open = true;
                return Optional.of(new Step(
                        Effect.RAISE,
                        List.of(
                                new Reading(fuels.get(i).at(), fuels.get(i).sampleId(), then),
                                new Reading(moment.at(), moment.sampleId(), now))));
            }
        }
        return Optional.empty();
    }

    /** The median of a reading and the two before it, which are not older than ten minutes; else null. */
    private static BigDecimal median(List<Moment> fuels, int last) {
        if (last < 2 || fuels.get(last - 2).at().isBefore(fuels.get(last).at().minus(WITHIN))) {
            return null;
        }
        return fuels.subList(last - 2, last + 1).stream()
                .map(Moment::fuel)
                .sorted()
                .toList()
                .get(1);
    }

    /** By its speed, or because it did not change place; a machine that tells neither stands. */
    private boolean stands(Instant since) {
        var span = moments.stream().filter(each -> !each.at().isBefore(since)).toList();
        var speeds = span.stream()
                .map(Moment::speedKmh)
                .filter(speed -> speed != null)
                .toList();
        if (!speeds.isEmpty() && speeds.stream().allMatch(speed -> speed < STANDING_KMH)) {
            return true;
        }
        var places = span.stream().filter(each -> each.lat() != null).toList();
        if (places.isEmpty()) {
            return speeds.isEmpty();
        }
        var first = places.get(0);
        return places.stream()
                .allMatch(each -> Earth.metres(first.lat(), first.lon(), each.lat(), each.lon()) <= STANDING_METRES);
    }
}
