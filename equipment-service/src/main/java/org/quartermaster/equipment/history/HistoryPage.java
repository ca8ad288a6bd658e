package org.quartermaster.equipment.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A page of a machine's history, newest first; {@code total} is a lower bound where {@code total_exact} is false. */
record HistoryPage(
        List<HistoryEntry> items,
        long total,
        boolean totalExact,
        @JsonInclude(JsonInclude.Include.NON_NULL) String nextCursor) {}
