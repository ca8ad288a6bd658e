package org.quartermaster.catalog.reservation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/** A reservation as clients see it. */
@Schema(name = "Reservation")
public record ReservationView(
        long id,
        String reference,
        ReservationState state,
        Instant expiresAt,
        Long quotationId,
        List<Line> lines,
        String actor,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    /**
     * What is held in one warehouse.
     *
     * @param quantity in the product's base unit
     */
    @Schema(name = "ReservationLine")
    public record Line(long productId, long warehouseId, BigDecimal quantity) {}

    boolean isOver(Instant now) {
        return !expiresAt.isAfter(now);
    }

    /** The same reservation while it was held until the given time. */
    ReservationView held(Instant until) {
        return new ReservationView(
                id, reference, ReservationState.HELD, until, quotationId, lines, actor, createdAt, updatedAt, version);
    }
}
