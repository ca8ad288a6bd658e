package org.quartermaster.procurement.source;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.rest.Versioned;

/** A publisher as clients see it. */
@Schema(name = "OcdsSource")
public record SourceView(
        String sourceId,
        String name,
        @Schema(type = SchemaType.OBJECT) JsonNode publisher,
        String licence,
        String timezone,
        String defaultCurrency,
        String country,
        String language,
        List<String> extensions,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore long version)
        implements Versioned {

    static SourceView of(Source source) {
        return new SourceView(
                source.sourceId,
                source.name,
                Json.stored(source.publisher),
                source.licence,
                source.timezone,
                source.defaultCurrency,
                source.country,
                source.language,
                List.of(source.extensions),
                source.createdAt,
                source.updatedAt,
                source.rv);
    }
}
