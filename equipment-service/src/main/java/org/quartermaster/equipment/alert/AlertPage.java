package org.quartermaster.equipment.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A page of alerts in the seed's shape; both counts are of all matches, lower bounds where {@code total_exact} is
 * false.
 */
record AlertPage(
        List<AlertView> alerts,
        long count,
        long overdueCount,
        boolean totalExact,
        @JsonInclude(JsonInclude.Include.NON_NULL) String nextCursor) {}
