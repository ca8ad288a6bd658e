package org.quartermaster.catalog.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * A page of a search of products.
 *
 * @param total products that are found; a lower bound where {@code totalExact} is false
 * @param totalExact whether total and facets are exact
 * @param facets by name; missing where none was asked for
 * @param didYouMean words that are found; missing unless nothing was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProductSearchPage(
        List<ProductHit> items,
        int limit,
        String nextCursor,
        long total,
        boolean totalExact,
        Map<String, List<FacetValue>> facets,
        String didYouMean) {

    /** A value, and how many of the products that are found have it. */
    record FacetValue(String value, String label, long count) {}
}
