package org.quartermaster.equipment.maintenance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.quartermaster.platform.list.Slice;

/** A page of a machine's records in the seed's shape; {@code total} is a lower bound where not exact. */
record RecordPage(
        String equipmentId,
        List<RecordView> records,
        int count,
        long total,
        boolean totalExact,
        @JsonInclude(JsonInclude.Include.NON_NULL) String nextCursor) {

    static RecordPage of(String equipmentId, Slice<RecordView> slice) {
        return new RecordPage(
                equipmentId, slice.items(), slice.items().size(), slice.total(), slice.totalExact(), slice.next());
    }
}
