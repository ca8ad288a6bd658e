package org.quartermaster.vehicle.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an import did to one lot.
 *
 * @param changes by field the old value and the new one
 * @param rowNo number of the record that says so; null where it is concluded from none
 */
@Schema(name = "LotChange")
record LotChangeView(
        long lotId,
        String lotExternalId,
        String kind,
        Instant at,
        @Schema(type = SchemaType.OBJECT) JsonNode changes,
        Integer rowNo) {

    /** What may happen to a lot that was there before. */
    @Schema(name = "LotChangeKind")
    enum Kind {
        UPDATED,
        PRICE_CHANGE,
        DATE_CHANGE,
        STATUS_CHANGE,
        TITLE_CHANGE,
        VIN_CHANGE,
        DISAPPEARED,
        REAPPEARED,
        RELISTED,
        OUTCOME
    }
}
