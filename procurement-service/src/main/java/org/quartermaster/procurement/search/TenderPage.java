package org.quartermaster.procurement.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.quartermaster.procurement.cpv.CpvWarning;
import org.quartermaster.procurement.search.FacetCounts.Counts;
import org.quartermaster.procurement.tender.TenderView;

/**
 * A page of a search.
 *
 * @param total tenders that are found, estimated where {@code totalExact} is false
 * @param facets by name; missing where none was asked for
 * @param facetsExact whether they were counted, and not estimated from a sample; missing without facets
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TenderPage(
        List<TenderView> items,
        long total,
        boolean totalExact,
        String nextCursor,
        Map<String, Counts> facets,
        Boolean facetsExact,
        List<CpvWarning> warnings) {}
