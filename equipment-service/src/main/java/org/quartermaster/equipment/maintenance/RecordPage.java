package org.quartermaster.equipment.maintenance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A page of a machine's records in the seed's shape; {@code total} is a lower bound where not exact. */
record RecordPage(
        String equipmentId,
        List<RecordView> records,
        int count,
        long total,
        boolean totalExact,
        @JsonInclude(JsonInclude.Include.NON_NULL) String nextCursor) {}
