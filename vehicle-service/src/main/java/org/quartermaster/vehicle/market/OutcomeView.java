package org.quartermaster.vehicle.market;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was concluded of a lot.
 *
 * @param supersededAt when something else was concluded, or the lot came back; null for the present conclusion
 */
@Schema(name = "LotOutcome")
record OutcomeView(
        Long id,
        String outcome,
        BigDecimal confidence,
        String rule,
        @Schema(type = SchemaType.OBJECT) JsonNode evidence,
        Instant inferredAt,
        Instant supersededAt) {}
