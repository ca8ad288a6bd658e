package org.quartermaster.procurement.process;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.procurement.tender.TenderWarning;

/**
 * What the releases of one contracting process come to.
 *
 * @param compileState conflict where a release was left out because a value turned into another kind
 */
@Schema(name = "OcdsProcess")
public record ProcessView(
        UUID processId,
        String ocid,
        String buyerKey,
        String tenderId,
        int releaseCount,
        Instant firstDate,
        Instant lastDate,
        boolean welded,
        String compileState,
        List<TenderWarning> warnings,
        Instant createdAt,
        Instant updatedAt) {}
