package org.quartermaster.equipment.geofence;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.quartermaster.equipment.geofence.shape.OutlineReader;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Field;
import org.quartermaster.platform.rest.Fields;

/** Takes the fields of a request over into a zone. */
final class GeofenceFields {
    static final int MAX_MACHINES = 1_000;
    private static final int MAX_BYTES = 64 * 1_024;
    private static final int MAX_DEPTH = 8;

    private GeofenceFields() {}

    static void apply(Fields fields, Geofence zone) {
        fields.text("name", 1, 200).to(value -> zone.name = value);
        fields.text("name_ar", 0, 200).to(value -> zone.nameAr = value);
        fields.word("shape", GeofenceShape.class).to(value -> zone.shape = value);
        number(fields.decimal("center_lat", 7, "-90", "90"), value -> zone.centerLat = value);
        number(fields.decimal("center_lon", 7, "-180", "180"), value -> zone.centerLon = value);
        number(fields.decimal("radius_m", 2, "10", "100000"), value -> zone.radiusM = value);
        fields.object("polygon", MAX_BYTES, MAX_DEPTH).to(value -> zone.polygon = geometry(fields, value));
        fields.word("alert_on", AlertOn.class).to(value -> zone.alertOn = value);
        fields.bool("active").to(value -> zone.active = Boolean.TRUE.equals(value));
        machines(fields, zone);
        outline(fields, zone);
    }

    private static void number(Field<BigDecimal> field, Consumer<Double> target) {
        field.to(value -> target.accept(value == null ? null : value.doubleValue()));
    }

    private static String geometry(Fields fields, ObjectNode given) {
        if (given == null) {
            return null;
        }
        try {
            OutlineReader.read(given);
        } catch (OutlineReader.Wrong wrong) {
            fields.error("polygon", wrong.code, OutlineReader.MAX_POINTS);
        }
        ObjectNode geometry = JsonNodeFactory.instance.objectNode();
        geometry.set("type", given.get("type"));
        geometry.set("coordinates", given.get("coordinates"));
        return geometry.toString();
    }

    /** Null and an empty list stand for all machines. */
    private static void machines(Fields fields, Geofence zone) {
        var ids = fields.texts("equipment_ids").stream().distinct().toList();
        if (!fields.has("equipment_ids")) {
            return;
        }
        if (ids.size() > MAX_MACHINES) {
            fields.error("equipment_ids", "less_than_equal", MAX_MACHINES);
        }
        for (var i = 0; i < ids.size(); i++) {
            if (ids.get(i).length() > 50 || ids.get(i).indexOf('\0') >= 0) {
                fields.error("equipment_ids[" + i + "]", MachineRepository.NOT_FOUND.code());
            }
        }
        zone.equipmentIds = ids.isEmpty() ? null : ids.toArray(String[]::new);
    }

    /** A zone has what belongs to its shape; what belongs to the other goes when the shape changes. */
    private static void outline(Fields fields, Geofence zone) {
        if (zone.shape == null) {
            return;
        }
        if (zone.shape == GeofenceShape.CIRCLE) {
            zone.polygon = null;
            refuse(fields, zone, "polygon");
            need(fields, "center_lat", zone.centerLat);
            need(fields, "center_lon", zone.centerLon);
            need(fields, "radius_m", zone.radiusM);
        } else {
            zone.centerLat = null;
            zone.centerLon = null;
            zone.radiusM = null;
            refuse(fields, zone, "center_lat", "center_lon", "radius_m");
            need(fields, "polygon", zone.polygon);
        }
    }

    private static void refuse(Fields fields, Geofence zone, String... names) {
        for (var name : names) {
            if (fields.has(name)) {
                fields.error(name, "not_of_shape", Words.of(zone.shape));
            }
        }
    }

    private static void need(Fields fields, String name, Object value) {
        if (value == null
                && fields.errors().stream().noneMatch(error -> error.field().startsWith(name))) {
            fields.error(name, "missing");
        }
    }
}
