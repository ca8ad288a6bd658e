package org.quartermaster.equipment.geofence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;

/** Changes of zones. */
@ApplicationScoped
class GeofenceService {
    private final GeofenceRepository zones;
    private final Roundup roundup;

    @Inject
    GeofenceService(GeofenceRepository zones, Roundup roundup) {
        this.zones = zones;
        this.roundup = roundup;
    }

    /** @param zone filled with what the request says */
    Uni<Answer> create(UnitOfWork unit, Geofence zone) {
        zone.tenantId = unit.caller().tenant();
        zone.zoneId = Ids.next("zone");
        zone.createdAt = unit.now();
        zone.updatedAt = unit.now();
        zone.measure();
        return zones.requireMachines(unit, zone)
                .chain(() -> zones.persistAndFlush(zone))
                .chain(() -> roundup.settle(unit, zone))
                .invoke(() -> unit.changed(Change.created(GeofenceFollower.ENTITY, zone.zoneId, GeofenceView.of(zone))))
                .map(ignored -> GeofenceView.of(zone))
                .map(view -> Answer.created(view, "/api/v1/geofences/" + view.zoneId()));
    }

    Uni<Answer> update(UnitOfWork unit, String id, String ifMatch, Fields fields) {
        return zones.lock(unit, id).chain(zone -> {
            ETags.requireMatch(ifMatch, zone.version);
            var before = GeofenceView.of(zone);
            fields.require("name", "shape", "alert_on", "active");
            GeofenceFields.apply(fields, zone);
            fields.checkStrictly();
            if (GeofenceView.of(zone).equals(before)) {
                return Uni.createFrom().item(answer(zone));
            }
            zone.measure();
            return zones.requireMachines(unit, zone)
                    .chain(() -> changed(unit, zone, before, "updated"))
                    .chain(() -> isSilenced(zone, before)
                            ? roundup.endAlerts(unit, zone, !zone.active)
                            : Uni.createFrom().voidItem())
                    .map(ignored -> answer(zone));
        });
    }

    /** True when the zone does not tell any longer what it told, so that its alerts would never end by themselves. */
    private static boolean isSilenced(Geofence zone, GeofenceView before) {
        return before.active() && !zone.active || before.alertOn() != zone.alertOn;
    }

    Uni<Answer> delete(UnitOfWork unit, String id, String ifMatch) {
        return zones.lock(unit, id).chain(zone -> {
            ETags.requireMatch(ifMatch, zone.version);
            var before = GeofenceView.of(zone);
            zone.deletedAt = unit.now();
            return changed(unit, zone, before, "deleted")
                    .chain(() -> roundup.endAlerts(unit, zone, true))
                    .replaceWith(Answer.empty());
        });
    }

    private Uni<Void> changed(UnitOfWork unit, Geofence zone, GeofenceView before, String verb) {
        zone.version++;
        zone.updatedAt = unit.now();
        unit.changed(Change.of(GeofenceFollower.ENTITY, zone.zoneId, verb, GeofenceView.of(zone), before));
        return isMoved(zone, before)
                ? roundup.settle(unit, zone)
                : Uni.createFrom().voidItem();
    }

    /** True when other machines may be inside now. */
    private static boolean isMoved(Geofence zone, GeofenceView before) {
        var now = GeofenceView.of(zone);
        return zone.deletedAt != null
                || !Arrays.asList(
                                now.shape(),
                                now.centerLat(),
                                now.centerLon(),
                                now.radiusM(),
                                now.polygon(),
                                now.equipmentIds(),
                                now.active())
                        .equals(Arrays.asList(
                                before.shape(),
                                before.centerLat(),
                                before.centerLon(),
                                before.radiusM(),
                                before.polygon(),
                                before.equipmentIds(),
                                before.active()));
    }

    private static Answer answer(Geofence zone) {
        return Answer.ok(GeofenceView.of(zone));
    }
}
