package org.quartermaster.catalog.search;

import java.util.List;
import java.util.Map;
import org.quartermaster.catalog.search.ProductSearchPage.FacetValue;

/**
 * What the search function answers beside the hits.
 *
 * @param mismatched names of features whose unit measures something else; then nothing else is answered
 * @param widest the last tier that was looked at
 */
record SearchAnswer(
        long total, boolean totalExact, int widest, Map<String, List<FacetValue>> facets, List<String> mismatched) {}
