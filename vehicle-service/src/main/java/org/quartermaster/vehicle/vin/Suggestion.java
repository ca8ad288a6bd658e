package org.quartermaster.vehicle.vin;

import java.util.List;

/**
 * A VIN that somebody may have meant; never applied by the service.
 *
 * @param confidence how likely it was meant
 */
public record Suggestion(String vin, List<Change> changes, Confidence confidence) {
    /** High where letters stand that no VIN has. */
    public enum Confidence {
        HIGH,
        MEDIUM
    }

    /** One character read as another; position from 1. */
    public record Change(int position, String from, String to) {}
}
