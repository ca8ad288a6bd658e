package org.quartermaster.equipment.telemetry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.quartermaster.equipment.machine.Machine;

/** The places of one machine while samples are judged; a jump is held until two later places agree with it. */
final class PlaceBook {
    private static final int AGREEING = 2;

    private final NavigableMap<Instant, Place> places = new TreeMap<>();
    private final List<Verdict> jumps = new ArrayList<>();
    private Place held;
    private int agreed;
    private Instant releasedFrom;

    PlaceBook(Place held, int agreed) {
        this.held = held;
        this.agreed = agreed;
    }

    static PlaceBook of(Machine machine) {
        var held = machine.heldPositionAt == null
                ? null
                : new Place(machine.heldPositionAt, machine.heldLat, machine.heldLon);
        return new PlaceBook(held, machine.heldPositionAgreed);
    }

    /** Takes a plausible place of the history over. */
    void know(Place place) {
        places.put(place.at(), place);
    }

    /** False when the machine cannot have come here from the place before. */
    boolean isPlausible(Place place) {
        var before = places.floorEntry(place.at());
        return before == null || !before.getValue().isTooFar(place);
    }

    /** Takes a judged place over; a jump may take effect by it. */
    void take(Verdict verdict, Place place) {
        if (verdict.positionCounts()) {
            accept(place);
        } else if (places.higherKey(place.at()) == null) {
            hold(verdict, place);
        }
    }

    private void accept(Place place) {
        know(place);
        if (held != null && !place.at().isBefore(held.at())) {
            held = null;
            agreed = 0;
        }
    }

    private void hold(Verdict verdict, Place place) {
        jumps.add(verdict);
        if (held != null && !place.at().isAfter(held.at())) {
            return;
        }
        if (held == null || held.isTooFar(place)) {
            held = place;
            agreed = 0;
            return;
        }
        agreed++;
        if (agreed >= AGREEING) {
            release(place);
        }
    }

    private void release(Place place) {
        releasedFrom = held.at();
        for (var jump : jumps) {
            var there = jump.place();
            if (!there.at().isBefore(held.at()) && !held.isTooFar(there)) {
                jump.positionCountsNow();
                know(there);
            }
        }
        jumps.clear();
        accept(place);
    }

    void show(Machine machine) {
        machine.heldPositionAt = held == null ? null : held.at();
        machine.heldLat = held == null ? null : held.lat();
        machine.heldLon = held == null ? null : held.lon();
        machine.heldPositionAgreed = agreed;
    }

    Place held() {
        return held;
    }

    int agreed() {
        return agreed;
    }

    /** Since when held places of the history count now; null when none was released. */
    Instant releasedFrom() {
        return releasedFrom;
    }
}
