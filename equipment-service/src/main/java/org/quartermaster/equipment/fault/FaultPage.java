package org.quartermaster.equipment.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A page of fault reports; {@code total} is a lower bound where {@code total_exact} is false. */
record FaultPage(
        List<FaultView> items,
        long total,
        boolean totalExact,
        @JsonInclude(JsonInclude.Include.NON_NULL) String nextCursor) {}
