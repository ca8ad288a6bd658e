package org.quartermaster.equipment.geofence.shape;

/** What lies inside a zone. Places are in degrees. */
public interface Area {
    boolean contains(double lat, double lon);

    /** Metres from a place to the border, on either side of it. */
    double metresToBorder(double lat, double lon);

    Bounds bounds();
}
