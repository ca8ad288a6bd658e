package org.quartermaster.procurement.manual;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state of an award (OCDS awardStatus). */
@Schema(name = "AwardStatus")
enum AwardStatus {
    PENDING,
    ACTIVE,
    CANCELLED,
    UNSUCCESSFUL
}
