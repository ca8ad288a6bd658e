package org.quartermaster.equipment.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A page of machines in the seed's shape; {@code total} is a lower bound where {@code total_exact} is false. */
public record MachinePage(
        List<?> equipment,
        long total,
        int limit,
        int offset,
        boolean totalExact,
        @JsonInclude(JsonInclude.Include.NON_NULL) String nextCursor) {}
