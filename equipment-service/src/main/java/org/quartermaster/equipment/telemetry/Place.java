package org.quartermaster.equipment.telemetry;

import java.time.Duration;
import java.time.Instant;
import org.quartermaster.equipment.reference.Earth;

/** Where a machine was at a time, in degrees. */
record Place(Instant at, double lat, double lon) {
    private static final double NEAR_M = 1_000;
    /** 300 km/h. */
    private static final double FASTEST_M_PER_NANO = 300_000 / 3.6e12;

    /** True when no machine gets from here to there in that time. */
    boolean isTooFar(Place next) {
        var metres = Earth.metres(lat, lon, next.lat, next.lon);
        return metres > NEAR_M
                && metres
                        > FASTEST_M_PER_NANO
                                * Duration.between(at, next.at).abs().toNanos();
    }
}
