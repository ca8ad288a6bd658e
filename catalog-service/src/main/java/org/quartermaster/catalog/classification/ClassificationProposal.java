package org.quartermaster.catalog.classification;

import java.util.List;

/** The answer to one name: whether the first suggestion is sure enough to be proposed, and the suggestions. */
public record ClassificationProposal(
        Decision decision, Reason reason, List<ClassificationSuggestion> suggestions, String modelVersion) {

    public enum Decision {
        PROPOSE,
        ABSTAIN
    }

    public enum Reason {
        KNOWN_NAME,
        SURE_ENOUGH,
        BELOW_THRESHOLD,
        NOTHING_IN_COMMON
    }
}
