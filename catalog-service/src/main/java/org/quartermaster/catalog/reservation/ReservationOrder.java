package org.quartermaster.catalog.reservation;

import java.time.Instant;
import java.util.List;

/**
 * A reservation that is asked for.
 *
 * @param expiresAt null for as long as the tenant's setting says
 * @param allowSplit whether a line may be taken from several warehouses
 */
record ReservationOrder(
        String reference, Long quotationId, List<WantedLine> lines, Instant expiresAt, boolean allowSplit) {

    List<Long> products() {
        return lines.stream().map(WantedLine::productId).distinct().toList();
    }
}
