package org.quartermaster.procurement.tender;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/**
 * A tender as lists show it.
 *
 * @param status the effective one: an open tender whose closing date is past is closed
 * @param uncertain whether a filter was unknown for it; null where the filters do not ask
 */
@Schema(name = "Tender")
public record TenderView(
        String tenderId,
        String ocid,
        String sourceId,
        String sourceReference,
        String sourceUrl,
        String title,
        String description,
        String category,
        String mainCategory,
        String procuringEntity,
        UUID buyerEntityId,
        String procedure,
        String procedureDetails,
        String status,
        String ocdsStatus,
        Instant publicationDate,
        Instant openingDate,
        Instant closingDate,
        BigDecimal estimatedValue,
        String estimatedCurrency,
        BigDecimal actualValue,
        String actualCurrency,
        BigDecimal estimatedValueMkd,
        BigDecimal estimatedValueEur,
        BigDecimal actualValueMkd,
        BigDecimal actualValueEur,
        String cpvCode,
        List<String> cpvCodes,
        String winner,
        String language,
        String country,
        int lotsCount,
        int documentsCount,
        int materialVersion,
        boolean welded,
        Instant lastReleaseDate,
        Instant scrapedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant deletedAt,
        Instant createdAt,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean uncertain,
        @JsonIgnore long version)
        implements Versioned {

    public static TenderView of(Tender tender) {
        return of(tender, null);
    }

    /** As above, for a list whose filters may be unknown. */
    public static TenderView of(Tender tender, Boolean uncertain) {
        return new TenderView(
                tender.tenderId,
                tender.ocid,
                tender.sourceId,
                tender.sourceReference,
                tender.sourceUrl,
                tender.title,
                tender.description,
                tender.category,
                tender.mainCategory,
                tender.procuringEntity,
                tender.buyerEntityId,
                tender.procedure,
                tender.procedureDetails,
                tender.status,
                tender.ocdsStatus,
                tender.publicationDate,
                tender.openingDate,
                tender.closingDate,
                plain(tender.estimatedValue),
                tender.estimatedCurrency,
                plain(tender.actualValue),
                tender.actualCurrency,
                plain(tender.estimatedValueMkd),
                plain(tender.estimatedValueEur),
                plain(tender.actualValueMkd),
                plain(tender.actualValueEur),
                tender.cpvCode,
                List.of(tender.cpvCodes),
                tender.winner,
                tender.language,
                tender.country,
                tender.lotsCount,
                tender.documentsCount,
                tender.materialVersion,
                tender.welded,
                tender.lastReleaseDate,
                tender.scrapedAt,
                tender.deletedAt,
                tender.createdAt,
                tender.updatedAt,
                uncertain,
                tender.rv);
    }

    /** Without the zeros that the column's scale adds; an even amount stays one without exponent. */
    public static BigDecimal plain(BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        var stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
