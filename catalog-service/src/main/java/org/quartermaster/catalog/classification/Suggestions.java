package org.quartermaster.catalog.classification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.rest.HeavyWork;
import org.quartermaster.platform.security.Caller;

/** Suggests codes for names, by the lists that all share and by what the caller's tenant said. */
@ApplicationScoped
public class Suggestions {
    private final Models models;
    private final Overlays overlays;
    private final ExternalSuggestions external;

    @Inject
    Suggestions(Models models, Overlays overlays, ExternalSuggestions external) {
        this.models = models;
        this.overlays = overlays;
        this.external = external;
    }

    private record Known(Model model, Supplier<TenantExamples> said) {}

    /** The answers, in the order of the names. */
    public Uni<List<SuggestionView>> suggest(Caller caller, List<SuggestionRequest> requests) {
        var systems =
                requests.stream().map(SuggestionRequest::system).distinct().toList();
        var known = new EnumMap<ClassSystem, Known>(ClassSystem.class);
        return InTurn.each(systems, system -> known(caller, system).invoke(one -> known.put(system, one)))
                .chain(() -> HeavyWork.run(() -> answers(requests, known)));
    }

    /** The answer to one name, with what plugged-in models say of it. */
    Uni<SuggestionView> suggest(Caller caller, SuggestionRequest request) {
        return Uni.combine()
                .all()
                .unis(external.ask(request), suggest(caller, List.of(request)), models.get(request.system()))
                .with((theirs, ours, model) -> ExternalSuggestions.added(ours.get(0), theirs, model.titles(), request));
    }

    private Uni<Known> known(Caller caller, ClassSystem system) {
        return models.get(system)
                .chain(model -> overlays.of(caller, system, model).map(said -> new Known(model, said)));
    }

    private static List<SuggestionView> answers(List<SuggestionRequest> requests, Map<ClassSystem, Known> known) {
        var examples = new EnumMap<ClassSystem, TenantExamples>(ClassSystem.class);
        known.forEach((system, one) -> examples.put(system, one.said().get()));
        var answers = new ArrayList<SuggestionView>();
        for (var request : requests) {
            var model = known.get(request.system()).model();
            var proposal = model.engine().suggest(request.input(), examples.get(request.system()), request.limit());
            answers.add(SuggestionView.of(proposal, model.titles(), request.language()));
        }
        return answers;
    }
}
