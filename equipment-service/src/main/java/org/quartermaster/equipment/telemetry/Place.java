package org.quartermaster.equipment.telemetry;

import java.time.Duration;
import java.time.Instant;

/** Where a machine was at a time, in degrees. */
record Place(Instant at, double lat, double lon) {
    private static final double EARTH_RADIUS_KM = 6371.0088;
    private static final double NEAR_KM = 1;
    private static final double FASTEST_KMH = 300;
    private static final double NANOS_PER_HOUR = 3.6e12;

    /** True when no machine gets from here to there in that time. */
    boolean isTooFar(Place next) {
        var km = kilometres(next);
        return km > NEAR_KM
                && km > FASTEST_KMH * Duration.between(at, next.at).abs().toNanos() / NANOS_PER_HOUR;
    }

    /** Great circle by the haversine formula. */
    private double kilometres(Place other) {
        var north = Math.sin(Math.toRadians(other.lat - lat) / 2);
        var east = Math.sin(Math.toRadians(other.lon - lon) / 2);
        var part = north * north + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * east * east;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(part)));
    }
}
