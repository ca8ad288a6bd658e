package org.quartermaster.equipment.track;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A track as a GeoJSON feature (RFC 7946); {@code coordTimes} has the time of each position in the same nesting.
 *
 * @param geometry null without a position, a point for one
 */
record TrackFeature(String type, Geometry geometry, Properties properties) {

    /** Coordinates are longitude and latitude, nested as the type asks for. */
    record Geometry(String type, Object coordinates) {}

    /**
     * What is told beside the line.
     *
     * @param positions positions that the machine reported and that are plausible
     * @param simplifyM metres that a position left out is away from the line at most
     */
    record Properties(
            String equipmentId,
            Instant from,
            Instant to,
            long positions,
            double simplifyM,
            @JsonProperty("coordTimes") Object coordTimes) {}
}
