package org.quartermaster.catalog.classification;

import java.util.List;

/**
 * A suggested code.
 *
 * @param confidence the share of such suggestions that were right when it was measured, 0 to 1
 * @param rawScore share among the candidates, 0 to 1; what the confidence was measured by
 * @param method {@code learned} when a known name is the same, else {@code text}
 */
public record ClassificationSuggestion(
        String code,
        String title,
        double confidence,
        double rawScore,
        String method,
        List<ClassificationEvidence> evidence) {}
