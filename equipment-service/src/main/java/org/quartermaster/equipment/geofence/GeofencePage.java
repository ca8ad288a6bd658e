package org.quartermaster.equipment.geofence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A page of zones; {@code total} is a lower bound where {@code total_exact} is false. */
record GeofencePage(
        List<GeofenceView> items,
        long total,
        boolean totalExact,
        @JsonInclude(JsonInclude.Include.NON_NULL) String nextCursor) {}
