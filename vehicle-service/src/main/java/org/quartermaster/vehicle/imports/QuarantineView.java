package org.quartermaster.vehicle.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A record that could not be used and waits for a decision. */
@Schema(name = "QuarantinedRecord")
record QuarantineView(
        long quarantineId,
        int rowNo,
        Integer lineNo,
        String lotExternalId,
        String vinRaw,
        List<String> codes,
        String field,
        String rawText,
        @Schema(type = SchemaType.OBJECT) JsonNode payload,
        String state,
        String resolution,
        String resolvedBy,
        Instant resolvedAt,
        Instant createdAt,
        long version) {}
