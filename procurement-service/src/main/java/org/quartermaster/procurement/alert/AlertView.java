package org.quartermaster.procurement.alert;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.rest.Versioned;
import org.quartermaster.procurement.cpv.CpvWarning;

/**
 * An alert as clients see it.
 *
 * @param warnings what is odd about criteria that were just given; null where none were
 */
@Schema(name = "Alert")
public record AlertView(
        UUID alertId,
        UUID userId,
        String name,
        @Schema(type = SchemaType.OBJECT) JsonNode criteria,
        int criteriaVersion,
        Frequency frequency,
        List<String> channels,
        UUID webhookId,
        List<String> notifyOn,
        UUID savedSearchId,
        boolean isActive,
        boolean overLimit,
        Instant lastTriggered,
        long matchesCount,
        Instant createdAt,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<CpvWarning> warnings,
        @JsonIgnore long version)
        implements Versioned {

    static AlertView of(Alert alert) {
        return of(alert, null);
    }

    static AlertView of(Alert alert, List<CpvWarning> warnings) {
        return new AlertView(
                alert.alertId,
                alert.userId,
                alert.name,
                Json.stored(alert.filters),
                alert.criteriaVersion,
                alert.frequency,
                List.of(alert.channels),
                alert.webhookId,
                List.of(alert.notifyOn),
                alert.savedSearchId,
                alert.isActive,
                alert.overLimit,
                alert.lastTriggered,
                alert.matchesCount,
                alert.createdAt,
                alert.updatedAt,
                warnings,
                alert.rv);
    }
}
