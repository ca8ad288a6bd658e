package org.quartermaster.procurement.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.quartermaster.procurement.cpv.Cpv;
import org.quartermaster.procurement.criteria.TenderStatus;
import org.quartermaster.procurement.text.SearchVector;

/**
 * A tender that is judged at an instant, prepared once for many criteria.
 *
 * @param chunks the vectors of its documents' chunks
 * @param prefixes all beginnings of its CPV codes, as the column cpv_prefixes holds them
 * @param mainPrefixes those of its main code
 * @param found what was looked for in its texts so far
 */
record Subject(
        TenderVersion tender,
        Instant instant,
        SearchVector vector,
        List<SearchVector> chunks,
        Set<String> prefixes,
        Set<String> mainPrefixes,
        FoundTerms found) {

    static Subject of(TenderVersion tender, Instant instant) {
        return new Subject(
                tender,
                instant,
                SearchVector.of(tender.title(), tender.description(), tender.procuringEntity(), tender.winner()),
                tender.chunks().stream().map(SearchVector::ofChunk).toList(),
                Set.copyOf(Cpv.prefixes(tender.cpvCodes())),
                tender.mainCpv() == null ? Set.of() : Set.copyOf(Cpv.prefixes(List.of(tender.mainCpv()))),
                new FoundTerms());
    }

    TenderStatus status() {
        return tender.status().at(instant, tender.closing());
    }

    boolean hasBuyer() {
        return tender.procuringEntity() != null || tender.buyerEntityId() != null;
    }

    boolean hasSupplier() {
        return tender.winner() != null || !tender.supplierIds().isEmpty();
    }
}
