package org.quartermaster.catalog.safety;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The lists of safety as one question sees them.
 *
 * @param products those that are asked about
 * @param foreign sections that are law elsewhere
 */
record KnownSafety(
        List<KnownTask> tasks,
        List<KnownTool> tools,
        Map<String, String> hazards,
        Map<String, KnownPpe> ppe,
        CitationCheck citations,
        List<KnownProduct> products,
        Set<String> foreign) {

    /** What a citation names; null for a section that is law elsewhere. */
    CitationAnswer cited(String citation) {
        var answer = citations.check(citation);
        return answer.standard() != null && foreign.contains(answer.standard()) ? null : answer;
    }
}
