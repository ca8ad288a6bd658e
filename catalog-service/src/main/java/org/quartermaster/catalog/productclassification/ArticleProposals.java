package org.quartermaster.catalog.productclassification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quartermaster.catalog.classification.ClassSystem;
import org.quartermaster.catalog.classification.SuggestionRequest;
import org.quartermaster.catalog.classification.SuggestionView;
import org.quartermaster.catalog.classification.Suggestions;
import org.quartermaster.catalog.productclassification.ProposalTable.Proposal;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.security.Caller;

/** Proposes codes of both systems for one article, where one is sure enough. */
@ApplicationScoped
public class ArticleProposals {
    private final Suggestions suggestions;
    private final ProposalTable proposals;

    @Inject
    ArticleProposals(Suggestions suggestions, ProposalTable proposals) {
        this.suggestions = suggestions;
        this.proposals = proposals;
    }

    /** What is suggested for an article, before the transaction that keeps it. */
    public record Suggested(Map<ClassSystem, SuggestionView> answers) {}

    /** Looks for codes; the description may be null. */
    public Uni<Suggested> suggest(Caller caller, String name, String description) {
        var requests = Stream.of(ClassSystem.values())
                .map(system -> new SuggestionRequest(
                        system, name, description, null, null, "en", SuggestionRequest.USUAL_LIMIT))
                .toList();
        return suggestions.suggest(caller, requests).map(ArticleProposals::bySystem);
    }

    private static Suggested bySystem(List<SuggestionView> answers) {
        var bySystem = new EnumMap<ClassSystem, SuggestionView>(ClassSystem.class);
        for (var system : ClassSystem.values()) {
            bySystem.put(system, answers.get(system.ordinal()));
        }
        return new Suggested(bySystem);
    }

    /** Keeps what was suggested; a confirmed code of a system stays the only one of it. */
    public Uni<Void> keep(UnitOfWork unit, long product, Suggested suggested) {
        return InTurn.each(
                suggested.answers().entrySet(),
                answer -> proposals.keep(unit, answer.getKey(), List.of(new Proposal(product, answer.getValue()))));
    }
}
