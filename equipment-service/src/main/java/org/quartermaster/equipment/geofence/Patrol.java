package org.quartermaster.equipment.geofence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quartermaster.equipment.geofence.PresenceTable.Kept;
import org.quartermaster.equipment.geofence.PresenceTable.Pair;
import org.quartermaster.equipment.geofence.PresenceTable.Stored;
import org.quartermaster.equipment.geofence.shape.Area;
import org.quartermaster.equipment.geofence.shape.Bounds;
import org.quartermaster.equipment.telemetry.MachineFacts;

/** Holds the positions of the machines of a chunk against the zones near them. */
final class Patrol {
    private final List<Fence> fences;
    private final Map<Pair, Stored> stored;
    private final List<Kept> kept = new ArrayList<>();
    private final List<Pair> gone = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();

    /** A zone with its area, which is read once. */
    private record Fence(Geofence zone, Area area, Bounds bounds) {}

    /** A crossing, and what an alert about it needs. */
    record Found(Geofence zone, MachineFacts machine, Position position, GeofenceCrossing crossing) {}

    Patrol(List<Geofence> zones, Map<Pair, Stored> stored) {
        this.fences = zones.stream()
                .map(zone -> new Fence(zone, zone.area(), zone.bounds()))
                .toList();
        this.stored = stored;
    }

    /** @param positions of one machine in the order of device time */
    void take(MachineFacts machine, List<Position> positions) {
        for (var fence : fences) {
            var pair = new Pair(machine.equipmentId(), fence.zone().zoneId);
            if (fence.zone().isFor(machine.equipmentId())
                    && (stored.containsKey(pair) || isNear(fence.bounds(), positions))) {
                take(fence, pair, machine, positions);
            }
        }
    }

    private static boolean isNear(Bounds bounds, List<Position> positions) {
        return positions.stream().anyMatch(each -> bounds.contains(each.lat(), each.lon()));
    }

    private void take(Fence fence, Pair pair, MachineFacts machine, List<Position> positions) {
        var before = stored.getOrDefault(pair, Stored.NOTHING);
        var presence = new Presence(fence.area(), before.inside(), before.since(), before.candidates());
        for (var position : positions) {
            presence.take(position).ifPresent(crossing -> found.add(found(fence.zone(), machine, position, crossing)));
        }
        if (presence.isNothing()) {
            if (stored.containsKey(pair)) {
                gone.add(pair);
            }
        } else if (!before.equals(new Stored(presence.isInside(), presence.since(), presence.candidates()))) {
            kept.add(new Kept(pair, presence));
        }
    }

    private static Found found(Geofence zone, MachineFacts machine, Position position, Crossing crossing) {
        return new Found(
                zone,
                machine,
                position,
                new GeofenceCrossing(
                        zone.zoneId,
                        zone.name,
                        zone.nameAr,
                        machine.equipmentId(),
                        machine.name(),
                        crossing,
                        position.at(),
                        position.lat(),
                        position.lon()));
    }

    /** What is to be written. */
    List<Kept> kept() {
        return kept;
    }

    /** What is not to be kept any longer. */
    List<Pair> gone() {
        return gone;
    }

    /** Of each machine in the order of zone and device time. */
    List<Found> found() {
        return found;
    }
}
