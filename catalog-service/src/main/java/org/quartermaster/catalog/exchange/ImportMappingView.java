package org.quartermaster.catalog.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/** A mapping as clients see it. */
@Schema(name = "ImportMapping")
record ImportMappingView(
        long id,
        FileKind kind,
        String name,
        @Schema(type = SchemaType.OBJECT) JsonNode mapping,
        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    static ImportMappingView of(ImportMapping mapping) {
        return new ImportMappingView(
                mapping.id,
                FileKind.of(mapping.kind),
                mapping.name,
                mapping.mapping,
                mapping.version,
                mapping.createdAt,
                mapping.updatedAt);
    }
}
