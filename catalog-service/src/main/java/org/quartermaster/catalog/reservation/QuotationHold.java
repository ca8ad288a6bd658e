package org.quartermaster.catalog.reservation;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is held for an accepted quotation.
 *
 * @param reservation null where there was nothing to hold
 * @param untracked lines whose product never had stock
 */
public record QuotationHold(ReservationView reservation, List<Backorder> backordered, List<WantedLine> untracked) {

    /**
     * A line of which a part is missing.
     *
     * @param wanted in the product's base unit
     * @param held of it
     */
    public record Backorder(WantedLine line, BigDecimal wanted, BigDecimal held) {}
}
