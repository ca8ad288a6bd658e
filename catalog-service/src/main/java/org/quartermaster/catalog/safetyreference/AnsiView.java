package org.quartermaster.catalog.safetyreference;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/** An edition of a consensus standard: its designation and facts about it, no text of it. */
@Schema(name = "AnsiStandard")
record AnsiView(
        long id,
        String standard,
        String family,
        String edition,
        String editionStatus,
        String supersededBy,
        String body,
        String title,
        String description,
        String standardType,
        @Schema(type = SchemaType.OBJECT) JsonNode specifications,
        @Schema(type = SchemaType.OBJECT) JsonNode markings,
        @Schema(type = SchemaType.OBJECT) JsonNode testRequirements,
        List<String> productTypes,
        List<String> industries,
        List<String> citedBy,
        List<String> languages,
        String referenceUrl,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {}
