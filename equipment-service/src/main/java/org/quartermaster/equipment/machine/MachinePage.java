package org.quartermaster.equipment.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.quartermaster.platform.list.Slice;

/** A page of machines in the seed's shape; {@code total} is a lower bound where {@code total_exact} is false. */
public record MachinePage(
        List<MachineView> equipment,
        long total,
        int limit,
        int offset,
        boolean totalExact,
        @JsonInclude(JsonInclude.Include.NON_NULL) String nextCursor) {

    static MachinePage of(Slice<MachineView> slice) {
        return new MachinePage(
                slice.items(), slice.total(), slice.limit(), slice.offset(), slice.totalExact(), slice.next());
    }
}
