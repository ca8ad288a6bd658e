package org.quartermaster.equipment.geofence;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.rest.Versioned;

/** A zone as clients see it. */
@Schema(name = "Geofence")
public record GeofenceView(
        String zoneId,
        String name,
        String nameAr,
        GeofenceShape shape,
        Double centerLat,
        Double centerLon,
        Double radiusM,
        @Schema(type = SchemaType.OBJECT) JsonNode polygon,
        AlertOn alertOn,
        List<String> equipmentIds,
        boolean active,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    public static GeofenceView of(Geofence zone) {
        return new GeofenceView(
                zone.zoneId,
                zone.name,
                zone.nameAr,
                zone.shape,
                zone.centerLat,
                zone.centerLon,
                zone.radiusM,
                Json.stored(zone.polygon),
                zone.alertOn,
                zone.equipmentIds == null ? null : List.of(zone.equipmentIds),
                zone.active,
                zone.createdAt,
                zone.updatedAt,
                zone.version);
    }
}
