package org.quartermaster.equipment.geofence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A page of the crossings of a zone's border; {@code total} is a lower bound where {@code total_exact} is false. */
record CrossingPage(
        List<GeofenceCrossing> items,
        long total,
        boolean totalExact,
        @JsonInclude(JsonInclude.Include.NON_NULL) String nextCursor) {}
