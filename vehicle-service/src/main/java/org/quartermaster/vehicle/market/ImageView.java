package org.quartermaster.vehicle.market;

/**
 * A picture of a lot.
 *
 * @param id null for the thumbnail that the feed names, which has no row of its own
 */
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
