package org.quartermaster.equipment.geofence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.quartermaster.equipment.geofence.shape.Area;
import org.quartermaster.equipment.geofence.shape.Bounds;
import org.quartermaster.equipment.geofence.shape.Circle;
import org.quartermaster.equipment.geofence.shape.OutlineReader;
import org.quartermaster.platform.rest.Json;

/** A zone that machines enter and leave. */
@Entity
@DynamicUpdate
@Table(name = "geofences")
public class Geofence {
    public String tenantId;

    @Id
    public String zoneId;

    public String name;
    public String nameAr;
    public GeofenceShape shape;
    public Double centerLat;
    public Double centerLon;

    @Column(name = "radius_m")
    public Double radiusM;

    /** A GeoJSON geometry. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String polygon;

    /** The box around it in degrees, so that zones far from a place are not read. */
    public double south;

    public double north;
    public double west;
    public double east;
    public AlertOn alertOn = AlertOn.NONE;

    /** The machines that it is for; null for all. */
    public String[] equipmentIds;

    public boolean active = true;
    public Instant deletedAt;
    public long version = 1;
    public Instant createdAt;
    public Instant updatedAt;

    Area area() {
        return shape == GeofenceShape.CIRCLE
                ? new Circle(centerLat, centerLon, radiusM)
                : OutlineReader.stored(Json.stored(polygon));
    }

    void measure() {
        var bounds = area().bounds();
        south = bounds.south();
        north = bounds.north();
        west = bounds.west();
        east = bounds.east();
    }

    Bounds bounds() {
        return new Bounds(south, north, west, east);
    }

    boolean isFor(String equipmentId) {
        return equipmentIds == null || Arrays.asList(equipmentIds).contains(equipmentId);
    }
}
