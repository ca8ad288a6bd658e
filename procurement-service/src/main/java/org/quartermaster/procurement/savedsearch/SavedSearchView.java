package org.quartermaster.procurement.savedsearch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.rest.Versioned;

/** A saved search as its user sees it. */
@Schema(name = "SavedSearch")
record SavedSearchView(
        UUID searchId,
        String name,
        @Schema(type = SchemaType.OBJECT) JsonNode criteria,
        boolean isAlert,
        UUID alertId,
        Instant lastRunAt,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore long version)
        implements Versioned {

    static SavedSearchView of(SavedSearch search) {
        return new SavedSearchView(
                search.searchId,
                search.name,
                Json.stored(search.searchCriteria),
                search.isAlert,
                search.alertId,
                search.lastRunAt,
                search.createdAt,
                search.updatedAt,
                search.rv);
    }
}
