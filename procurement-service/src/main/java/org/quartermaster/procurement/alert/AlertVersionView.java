package org.quartermaster.procurement.alert;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Criteria that an alert has or had. */
@Schema(name = "AlertVersion")
record AlertVersionView(
        int version, @Schema(type = SchemaType.OBJECT) JsonNode criteria, Instant validFrom) {}
