package org.quartermaster.procurement.verdict;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.quartermaster.procurement.criteria.MainCategory;
import org.quartermaster.procurement.criteria.Procedure;
import org.quartermaster.procurement.criteria.TenderStatus;

/**
 * What criteria read of a tender at one of its versions, named as the columns are; null is unknown.
 *
 * @param winner names of the suppliers of active awards, joined
 * @param supplierIds entities that are linked to it as suppliers
 * @param cpvCodes all codes in 8 digits
 * @param mainCpv the main code in 8 digits, or null
 * @param chunks texts of its documents, as they are indexed
 */
public record TenderVersion(
        String tenderId,
        int materialVersion,
        String title,
        String description,
        String procuringEntity,
        UUID buyerEntityId,
        String winner,
        List<UUID> supplierIds,
        List<String> cpvCodes,
        String mainCpv,
        Money estimated,
        Money actual,
        Procedure procedure,
        MainCategory mainCategory,
        TenderStatus status,
        String country,
        String language,
        String sourceId,
        Instant published,
        Instant closing,
        List<String> chunks) {

    /** NB: the database keeps microseconds; an instant between two of them would be judged otherwise there. */
    public TenderVersion {
        published = published == null ? null : published.truncatedTo(ChronoUnit.MICROS);
        closing = closing == null ? null : closing.truncatedTo(ChronoUnit.MICROS);
    }

    /** An amount; either part may be null. */
    public record Money(BigDecimal amount, String currency) {
        /** True where the amount is known in the currency. */
        boolean isIn(String wanted) {
            return amount != null && wanted.equals(currency);
        }
    }
}
