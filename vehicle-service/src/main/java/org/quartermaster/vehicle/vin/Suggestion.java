package org.quartermaster.vehicle.vin;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A VIN that somebody may have meant; never applied by the service.
 *
 * @param confidence how likely it was meant
 */
@Schema(name = "VinSuggestion")
public record Suggestion(String vin, List<Change> changes, Confidence confidence) {
    /** High where letters stand that no VIN has. */
    @Schema(name = "VinSuggestionConfidence")
    public enum Confidence {
        HIGH,
        MEDIUM
    }

    /** One character read as another; position from 1. */
    @Schema(name = "VinSuggestionChange")
    public record Change(int position, String from, String to) {}
}
