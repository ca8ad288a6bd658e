package org.quartermaster.equipment.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of machines in the seed's shape; {@code total} is a lower bound where {@code total_exact} is false. */
public record MachinePage(
        @Schema(implementation = MachineView[].class) List<?> equipment,

        long total,
        int limit,
        int offset,
        boolean totalExact,
        @JsonInclude(JsonInclude.Include.NON_NULL) String nextCursor) {}
