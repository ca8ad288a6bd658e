package org.quartermaster.vehicle.market;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A picture of a lot.
 *
 * @param id null for the thumbnail that the feed names, which has no row of its own
 */
@Schema(name = "Image")
record ImageView(
        Long id,
        Long lotId,
        int seq,
        String variant,
        String storageKey,
        String sourceUrl,
        Integer width,
        Integer height,
        Long bytes) {}
