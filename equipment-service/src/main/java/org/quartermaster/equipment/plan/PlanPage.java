package org.quartermaster.equipment.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A page of plans; {@code total} is a lower bound where {@code total_exact} is false. */
record PlanPage(
        List<PlanView> plans,
        long total,
        int limit,
        int offset,
        boolean totalExact,
        @JsonInclude(JsonInclude.Include.NON_NULL) String nextCursor) {}
