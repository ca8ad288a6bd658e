package org.quartermaster.catalog.classification;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to one name. */
@Schema(name = "ClassificationSuggestions")
public record SuggestionView(
        ClassificationProposal.Decision decision,
        ClassificationProposal.Reason reason,
        List<SuggestedCode> suggestions,
        String modelVersion) {

    /**
     * A suggested code.
     *
     * @param path from the top of the system down to the code
     * @param confidence how often such a suggestion was right when it was measured, 0 to 1
     */
    @Schema(name = "SuggestedCode")
    public record SuggestedCode(
            String code,
            String title,
            List<PathStep> path,
            double confidence,
            double rawScore,
            String method,
            List<ClassificationEvidence> evidence) {}

    static SuggestionView of(ClassificationProposal proposal, Titles titles, String language) {
        return new SuggestionView(
                proposal.decision(),
                proposal.reason(),
                proposal.suggestions().stream()
                        .map(one -> new SuggestedCode(
                                one.code(),
                                titles.of(one.code(), language),
                                titles.path(one.code(), language),
                                one.confidence(),
                                one.rawScore(),
                                one.method(),
                                one.evidence()))
                        .toList(),
                proposal.modelVersion());
    }

    /** Whether the first code is sure enough to be proposed. */
    public boolean isProposed() {
        return decision == ClassificationProposal.Decision.PROPOSE;
    }
}
