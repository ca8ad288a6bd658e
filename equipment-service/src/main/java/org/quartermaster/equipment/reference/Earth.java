package org.quartermaster.equipment.reference;

/** Distances on the globe. */
public final class Earth {
    /** Mean radius in metres (IUGG). */
    public static final double RADIUS_M = 6_371_008.8;

    private Earth() {}

    /** Metres along the great circle between two places in degrees, by the haversine formula. */
    public static double metres(double lat1, double lon1, double lat2, double lon2) {
        var north = Math.sin(Math.toRadians(lat2 - lat1) / 2);
        var east = Math.sin(Math.toRadians(lon2 - lon1) / 2);
        var part = north * north + Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2)) * east * east;
        return metres(2 * Math.sqrt(part));
    }

    /** Metres along the great circle between the ends of a chord, which is in radii. */
    public static double metres(double chord) {
        return 2 * RADIUS_M * Math.asin(Math.min(1, chord / 2));
    }
}
