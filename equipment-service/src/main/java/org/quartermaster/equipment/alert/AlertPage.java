package org.quartermaster.equipment.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;

/**
 * A page of alerts in the seed's shape; both counts are of all matches, lower bounds where {@code total_exact} is
 * false.
 */
record AlertPage(
        List<AlertView> alerts,
        long count,
        long overdueCount,
        boolean totalExact,
        @JsonInclude(JsonInclude.Include.NON_NULL) String nextCursor) {

    static AlertPage of(Slice<AlertView> slice) {
        var overdue = slice.extras().get(0).iterator().next().getLong(0);
        return new AlertPage(
                slice.items(), slice.total(), Math.min(overdue, ListQuery.COUNTED), slice.totalExact(), slice.next());
    }
}
