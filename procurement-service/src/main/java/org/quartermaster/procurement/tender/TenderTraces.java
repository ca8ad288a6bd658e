package org.quartermaster.procurement.tender;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the caller's own tenant has to do with a tender; no part of its events. */
public record TenderTraces(
        List<TenderQuotation> quotations, List<TenderAlert> alerts, List<SuggestedCpv> suggestedCpv) {

    /** A quotation that the catalog drafted for it. */
    public record TenderQuotation(
            String quotationNumber,
            BigDecimal totalAmount,
            String currency,
            Integer linesMatched,
            Integer linesTotal,
            Instant draftedAt) {}

    /** An alert that it matched. */
    public record TenderAlert(UUID alertId, String name, String verdict, Instant matchedAt) {}

    /** A listed code that stands in the text of a document, and is not among those of the tender. */
    public record SuggestedCpv(String cpvCode, String description, UUID docId) {}
}
