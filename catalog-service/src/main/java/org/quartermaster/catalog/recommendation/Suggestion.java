package org.quartermaster.catalog.recommendation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;

/**
 * Work that is proposed.
 *
 * @param id where it was saved, else null
 * @param sourceRef the request or quotation that it is for, or null
 * @param estimatedValue sum of the known prices; null where none is known
 * @param unpriced items without a price
 * @param notes what was not found
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Suggestion(
        Long id,
        String title,
        WorkPriority priority,
        String sourceRef,
        List<WorkItem> items,
        BigDecimal estimatedValue,
        int unpriced,
        List<String> notes) {

    static Suggestion of(
            String title, WorkPriority priority, String sourceRef, List<WorkItem> items, List<String> notes) {
        return new Suggestion(
                null, title, priority, sourceRef, items, WorkItem.value(items), WorkItem.unpriced(items), notes);
    }

    Suggestion saved(long as) {
        return new Suggestion(as, title, priority, sourceRef, items, estimatedValue, unpriced, notes);
    }
}
