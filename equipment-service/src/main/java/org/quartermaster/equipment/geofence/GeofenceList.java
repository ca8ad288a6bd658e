package org.quartermaster.equipment.geofence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.equipment.reference.EquipmentType;
import org.quartermaster.equipment.reference.MachineStatus;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Zones, who is in them, and what happened at their borders. */
@ApplicationScoped
class GeofenceList {
    private static final SortKey ID = SortKey.of("zone_id", "z.zone_id", "text");
    private static final SortKey AGE = SortKey.of("created_at", "z.created_at", "timestamptz");
    private static final SortKey SINCE = SortKey.of("since", "p.since", "timestamptz");
    private static final SortKey MACHINE = SortKey.of("equipment_id", "p.equipment_id", "text");
    private static final SortKey AT = SortKey.of("at", "v.at", "timestamptz");
    private static final SortKey CROSSING = SortKey.of("crossing", "v.equipment_id || ' ' || v.event", "text");
    private static final String ZONE = "select * from geofences where zone_id = $1 and deleted_at is null";

    private final TenantDatabase database;

    @Inject
    GeofenceList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<GeofenceView>> find(Caller caller, Fields query) {
        var list = new ListQuery("geofences", "z.*", "geofences z").where("z.deleted_at is null");
        query.bool("active").to(active -> list.where("z.active = ?", active));
        return list.page(query)
                .order(List.of(AGE), ID)
                .run(database, caller, query, row -> GeofenceView.of(GeofenceRepository.read(row)));
    }

    Uni<GeofenceView> get(Caller caller, String id) {
        return database.read(caller, ZONE, id)
                .map(GeofenceRepository.NOT_FOUND::require)
                .map(GeofenceRepository::read)
                .map(GeofenceView::of);
    }

    Uni<Slice<PresenceView>> inside(Caller caller, String zoneId, Fields query) {
        return new ListQuery(
                        "geofence-equipment",
                        "p.since, e.*",
                        "geofence_presence p join equipment e"
                                + " on e.tenant_id = p.tenant_id and e.equipment_id = p.equipment_id")
                .where("p.zone_id = ?", zoneId)
                .where("p.inside")
                .where("e.deleted_at is null")
                .within(Query.of(ZONE, zoneId), GeofenceRepository.NOT_FOUND)
                .page(query)
                .descending(SINCE, MACHINE)
                .run(database, caller, query, GeofenceList::presence);
    }

    private static PresenceView presence(Row row) {
        var lat = row.getBigDecimal("current_lat");
        var lon = row.getBigDecimal("current_lon");
        return new PresenceView(
                row.getString("equipment_id"),
                row.getString("name"),
                Words.find(EquipmentType.class, row.getString("equipment_type")).orElseThrow(),
                Words.find(MachineStatus.class, row.getString("status")).orElseThrow(),
                Columns.instant(row.getOffsetDateTime("since")),
                lat == null ? null : lat.doubleValue(),
                lon == null ? null : lon.doubleValue(),
                Columns.instant(row.getOffsetDateTime("current_position_at")));
    }

    Uni<Slice<GeofenceCrossing>> crossings(Caller caller, String zoneId, Fields query) {
        var list = new ListQuery(
                        "geofence-events",
                        "v.*, z.name as zone_name, z.name_ar as zone_name_ar, e.name as equipment_name",
                        "geofence_events v join geofences z on z.tenant_id = v.tenant_id and z.zone_id = v.zone_id"
                                + " join equipment e on e.tenant_id = v.tenant_id and e.equipment_id = v.equipment_id")
                .where("v.zone_id = ?", zoneId);
        query.text("equipment_id", 1, 50).to(id -> list.where("v.equipment_id = ?", id));
        query.word("event", Crossing.class).to(event -> list.where("v.event = ?", Words.of(event)));
        return list.between(query, "v.at")
                .within(Query.of(ZONE, zoneId), GeofenceRepository.NOT_FOUND)
                .page(query)
                .descending(AT, CROSSING)
                .run(database, caller, query, GeofenceList::crossing);
    }

    private static GeofenceCrossing crossing(Row row) {
        return new GeofenceCrossing(
                row.getString("zone_id"),
                row.getString("zone_name"),
                row.getString("zone_name_ar"),
                row.getString("equipment_id"),
                row.getString("equipment_name"),
                Words.find(Crossing.class, row.getString("event")).orElseThrow(),
                Columns.instant(row.getOffsetDateTime("at")),
                row.getDouble("lat"),
                row.getDouble("lon"));
    }
}
