package org.quartermaster.catalog.classification;

import java.util.List;

/**
 * A model of the user's own that suggests codes beside ours: a bean of this type, asked when {@code
 * qm.classification.external} is set. What it says is marked external and confirmed by people alone.
 */
public interface SuggestionSource {
    /**
     * Suggests codes, on a worker thread; an answer that takes longer than two seconds is not waited for.
     *
     * @param description may be null
     * @throws Exception has the effect of no answer
     */
    List<Suggested> suggest(ClassSystem system, String name, String description) throws Exception;

    /**
     * A code and how sure the source is, 0 to 1; one that is not listed is passed over.
     *
     * @param reason in words, shown as evidence
     */
    record Suggested(String code, double confidence, String reason) {}
}
