package org.quartermaster.catalog.reservation;

import java.time.Instant;
import java.util.List;
import org.quartermaster.platform.security.Caller;

/**
 * A reservation that is asked for.
 *
 * @param caller who wants it
 * @param expiresAt null for as long as the tenant's setting says
 * @param allowSplit whether a line may be taken from several warehouses
 */
record ReservationOrder(
        Caller caller,
        String reference,
        Long quotationId,
        List<WantedLine> lines,
        Instant expiresAt,
        boolean allowSplit) {

    List<Long> products() {
        return lines.stream().map(WantedLine::productId).distinct().toList();
    }
}
