package org.quartermaster.equipment.geofence;

import java.time.Instant;
import java.util.Optional;
import org.quartermaster.equipment.geofence.shape.Area;

/**
 * Whether one machine is in one zone, position by position. It flips after two positions in a row on the other side of
 * the border, or after one that is further from it than its accuracy and 25 m, so that a machine that stands on the
 * border does not come and go.
 */
final class Presence {
    private static final double CLEARLY_M = 25;
    private static final int IN_A_ROW = 2;

    private final Area area;
    private boolean inside;
    private Instant since;
    private int candidates;

    /** @param since null for a machine of which nothing is known, which counts as outside */
    Presence(Area area, boolean inside, Instant since, int candidates) {
        this.area = area;
        this.inside = inside;
        this.since = since;
        this.candidates = candidates;
    }

    Optional<Crossing> take(Position position) {
        if (area.contains(position.lat(), position.lon()) == inside) {
            candidates = 0;
            return Optional.empty();
        }
        candidates++;
        since = since == null ? position.at() : since;
        if (candidates < IN_A_ROW && !isClear(position)) {
            return Optional.empty();
        }
        inside = !inside;
        since = position.at();
        candidates = 0;
        return Optional.of(inside ? Crossing.ENTER : Crossing.EXIT);
    }

    private boolean isClear(Position position) {
        return area.metresToBorder(position.lat(), position.lon()) > Math.max(CLEARLY_M, position.accuracyM());
    }

    boolean isInside() {
        return inside;
    }

    /** When it came in or went out. */
    Instant since() {
        return since;
    }

    /** Positions in a row on the other side. */
    int candidates() {
        return candidates;
    }

    /** True for a machine that is plainly outside, of which nothing needs to be kept. */
    boolean isNothing() {
        return !inside && candidates == 0;
    }
}
