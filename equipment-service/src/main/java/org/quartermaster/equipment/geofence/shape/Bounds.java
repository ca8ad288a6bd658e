package org.quartermaster.equipment.geofence.shape;

/** A box in degrees; one across the antimeridian or around a pole has the full range of longitudes. */
public record Bounds(double south, double north, double west, double east) {
    public static final Bounds NOTHING = new Bounds(90, -90, 180, -180);

    public boolean contains(double lat, double lon) {
        return lat >= south && lat <= north && lon >= west && lon <= east;
    }

    /** The box around this one and a place. */
    public Bounds with(double lat, double lon) {
        return new Bounds(Math.min(south, lat), Math.max(north, lat), Math.min(west, lon), Math.max(east, lon));
    }
}
