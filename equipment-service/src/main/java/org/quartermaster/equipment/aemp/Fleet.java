package org.quartermaster.equipment.aemp;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of the fleet as ISO/TS 15143-3 (AEMP 2.0) names its elements; in XML version and times are attributes.
 *
 * @param snapshotTime when the page was made
 */
@Schema(name = "AempFleet")
record Fleet(
        String version,
        @JsonProperty("snapshotTime") Instant snapshotTime,
        @JsonProperty("Links") List<Link> links,
        @JsonProperty("Equipment") List<Equipment> equipment) {
    static final String VERSION = "1";

    /** Where another page of the fleet is. */
    @Schema(name = "AempLink")
    record Link(String rel, String href) {}
}
