package org.quartermaster.vehicle.image;

import java.time.Instant;
import org.quartermaster.platform.rest.Versioned;

/** A picture of a lot as a data admin sees it. */
record StoredImage(
        Long id,
        String vin,
        Long lotId,
        String storageKey,
        String sourceUrl,
        int seq,
        String variant,
        Integer width,
        Integer height,
        Long bytes,
        String contentHash,
        boolean isRemoved,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {}
