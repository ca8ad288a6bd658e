package org.quartermaster.procurement.tender;

import java.math.BigDecimal;
import java.time.Instant;

/** A part of a tender that is awarded by itself. */
public record TenderLot(
        String lotId,
        String title,
        String description,
        String status,
        BigDecimal value,
        String currency,
        Instant closingDate) {}
