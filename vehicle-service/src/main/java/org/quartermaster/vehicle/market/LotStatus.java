package org.quartermaster.vehicle.market;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of lots; the first two are listed. */
@Schema(name = "LotStatus")
enum LotStatus {
    UNSCHEDULED,
    ACTIVE,
    PENDING_RESULT,
    ON_APPROVAL,
    SOLD,
    NOT_SOLD,
    CANCELLED,
    REMOVED;

    static final List<LotStatus> LISTED = List.of(UNSCHEDULED, ACTIVE);
}
