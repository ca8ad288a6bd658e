package org.quartermaster.equipment.geofence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.equipment.geofence.shape.Bounds;
import org.quartermaster.equipment.telemetry.MachineFacts;
import org.quartermaster.equipment.telemetry.Moved;
import org.quartermaster.equipment.telemetry.SampleFollower;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;

/**
 * Notes which machines of a chunk entered and left zones. A chunk with positions costs one statement for the zones near
 * them, and one more where there are any; a chunk without positions costs none.
 */
@ApplicationScoped
class GeofenceFollower implements SampleFollower {
    static final String ENTITY = "geofence";

    private final CrossingAlerts alerts;

    @Inject
    GeofenceFollower(CrossingAlerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public Uni<Void> follow(UnitOfWork unit, List<Moved> moved) {
        var tracks = tracks(moved);
        if (tracks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var around = Bounds.NOTHING;
        for (var positions : tracks.values()) {
            for (var position : positions) {
                around = around.with(position.lat(), position.lon());
            }
        }
        var ids = tracks.keySet().stream().map(MachineFacts::equipmentId).toList();
        return unit.runAll(List.of(PresenceTable.zones(unit, around, ids)))
                .map(found -> zones(found.get(0)))
                .chain(zones -> zones.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : unit.runAll(List.of(PresenceTable.of(unit, ids)))
                                .chain(found -> follow(unit, tracks, zones, PresenceTable.read(found.get(0)))));
    }

    private static List<Geofence> zones(RowSet<Row> rows) {
        var zones = new ArrayList<Geofence>();
        rows.forEach(row -> zones.add(GeofenceRepository.read(row)));
        return zones;
    }

    private static Map<MachineFacts, List<Position>> tracks(List<Moved> moved) {
        var tracks = new LinkedHashMap<MachineFacts, List<Position>>();
        for (var each : moved) {
            var positions = each.samples().stream()
                    .filter(Position::isIn)
                    .map(Position::of)
                    .toList();
            if (!positions.isEmpty()) {
                tracks.put(each.machine(), positions);
            }
        }
        return tracks;
    }

    private Uni<Void> follow(
            UnitOfWork unit,
            Map<MachineFacts, List<Position>> tracks,
            List<Geofence> zones,
            Map<PresenceTable.Pair, PresenceTable.Stored> stored) {
        var patrol = new Patrol(zones, stored);
        tracks.forEach(patrol::take);
        return write(unit, patrol).chain(() -> alerts.tell(unit, patrol.found()));
    }

    private static Uni<Void> write(UnitOfWork unit, Patrol patrol) {
        var queries = new ArrayList<Query>();
        if (!patrol.kept().isEmpty()) {
            queries.add(PresenceTable.save(unit, patrol.kept()));
        }
        if (!patrol.gone().isEmpty()) {
            queries.add(PresenceTable.drop(unit, patrol.gone()));
        }
        if (!patrol.found().isEmpty()) {
            var crossings = patrol.found().stream().map(Patrol.Found::crossing).toList();
            queries.add(PresenceTable.log(unit, crossings));
            crossings.forEach(crossing ->
                    unit.changed(Change.eventOnly(ENTITY, crossing.zoneId(), crossing.event().verb, crossing, null)));
        }
        return queries.isEmpty()
                ? Uni.createFrom().voidItem()
                : unit.runAll(queries).replaceWithVoid();
    }
}
