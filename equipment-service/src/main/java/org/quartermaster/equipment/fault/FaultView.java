package org.quartermaster.equipment.fault;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.equipment.reference.Priority;
import org.quartermaster.platform.rest.Versioned;

/** A fault report as clients with a login see it. */
@Schema(name = "FaultReport")
public record FaultView(
        String faultId,
        String equipmentId,
        FaultSource source,
        String title,
        String description,
        Priority severity,
        FaultStatus status,
        String reporterName,
        String reporterContact,
        String photoId,
        String photoUrl,
        Instant resolvedAt,
        String note,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    static FaultView of(FaultReport fault) {
        return new FaultView(
                fault.faultId,
                fault.equipmentId,
                fault.source,
                fault.title,
                fault.description,
                fault.severity,
                fault.status,
                fault.reporterName,
                fault.reporterContact,
                fault.photoId,
                fault.photoId == null ? null : "/api/v1/photos/" + fault.photoId,
                fault.resolvedAt,
                fault.note,
                fault.createdAt,
                fault.updatedAt,
                fault.version);
    }
}
