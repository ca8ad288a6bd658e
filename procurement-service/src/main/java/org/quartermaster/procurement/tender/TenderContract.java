package org.quartermaster.procurement.tender;

import java.math.BigDecimal;
import java.time.Instant;

/** A contract that came of an award. */
public record TenderContract(
        String contractId,
        String awardId,
        String title,
        String status,
        Instant dateSigned,
        BigDecimal value,
        String currency,
        Instant periodStart,
        Instant periodEnd) {}
