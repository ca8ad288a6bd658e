package org.quartermaster.equipment.geofence.shape;

import org.quartermaster.equipment.reference.Earth;

/** All places within a distance of its centre along the great circle, also across the antimeridian and around a pole. */
public record Circle(double lat, double lon, double radiusM) implements Area {
    /** So that rounding never leaves a place of the border outside of the box. */
    private static final double SLACK = 1e-6;

    @Override
    public boolean contains(double otherLat, double otherLon) {
        return Earth.metres(lat, lon, otherLat, otherLon) <= radiusM;
    }

    @Override
    public double metresToBorder(double otherLat, double otherLon) {
        return Math.abs(Earth.metres(lat, lon, otherLat, otherLon) - radiusM);
    }

    @Override
    public Bounds bounds() {
        var angle = radiusM / Earth.RADIUS_M;
        var south = lat - Math.toDegrees(angle) - SLACK;
        var north = lat + Math.toDegrees(angle) + SLACK;
        if (south <= -90 || north >= 90) {
            return new Bounds(Math.max(-90, south), Math.min(90, north), -180, 180);
        }
        var width = Math.toDegrees(Math.asin(Math.sin(angle) / Math.cos(Math.toRadians(lat)))) + SLACK;
        return lon - width < -180 || lon + width > 180
                ? new Bounds(south, north, -180, 180)
                : new Bounds(south, north, lon - width, lon + width);
    }
}
