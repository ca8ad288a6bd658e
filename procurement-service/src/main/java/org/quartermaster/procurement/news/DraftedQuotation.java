package org.quartermaster.procurement.news;

import java.math.BigDecimal;

/** What is read of a quotation that the catalog drafted for a tender. */
record DraftedQuotation(
        String quotationNumber,
        String tenderId,
        BigDecimal totalAmount,
        String currency,
        Integer itemsCount,
        Integer linesTotal,
        Integer linesMatched) {}
