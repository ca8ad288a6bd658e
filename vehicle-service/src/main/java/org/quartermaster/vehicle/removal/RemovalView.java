package org.quartermaster.vehicle.removal;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/** Why a vehicle was removed, and whether it is back. */
@Schema(name = "Removal")
record RemovalView(
        String vin,
        String reason,
        String requestedBy,
        UUID removedBy,
        Instant removedAt,
        Instant restoredAt,
        long version)
        implements Versioned {}
