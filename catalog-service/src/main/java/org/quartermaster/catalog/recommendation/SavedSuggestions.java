package org.quartermaster.catalog.recommendation;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Json;

/** Proposals on request, kept where that is wanted. */
@ApplicationScoped
class SavedSuggestions {
    private final Suggestions suggestions;
    private final Recommendations recommendations;

    @Inject
    SavedSuggestions(Suggestions suggestions, Recommendations recommendations) {
        this.suggestions = suggestions;
        this.recommendations = recommendations;
    }

    Uni<Answer> suggest(UnitOfWork unit, WorkQuestion question, boolean isSaved) {
        return suggestions
                .suggest(unit, question, WorkPriority.MEDIUM, List.of())
                .chain(found -> isSaved
                        ? recommendations
                                .enter(unit, row(question, found), found.items())
                                .map(view -> found.saved(view.id()))
                        : Uni.createFrom().item(found))
                .map(found -> Answer.ok(found, null));
    }

    private static RecommendationRow row(WorkQuestion question, Suggestion found) {
        var row = new RecommendationRow();
        row.title = found.title();
        row.description = question.task() == null ? found.title() : question.task();
        row.category = question.isForDocument() ? "sales" : "maintenance";
        row.priority = found.priority();
        row.recommendationSource = question.isForDocument() ? WorkSource.RFP_ANALYSIS : WorkSource.RULES;
        row.sourceRef = found.sourceRef();
        row.evidence = notes(found.notes());
        return row;
    }

    /** What could not be found, as the evidence shows it. */
    static JsonNode notes(List<String> notes) {
        var evidence = Json.object(null).arrayNode();
        notes.forEach(note -> evidence.addObject().put("kind", "note").put("text", note));
        return evidence;
    }
}
