package org.quartermaster.catalog.classification;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.quartermaster.catalog.classification.SuggestionSource.Suggested;
import org.quartermaster.catalog.classification.SuggestionView.SuggestedCode;

/** What plugged-in models say; their failure or slowness changes nothing but their own absence. */
@ApplicationScoped
class ExternalSuggestions {
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final String METHOD = "external";
    private static final int MOST = 4;

    /** NB: their own threads, so that a model that hangs takes none from anybody else; past these nobody is asked. */
    private static final Executor THREADS =
            new ThreadPoolExecutor(0, MOST, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                var thread = new Thread(work, "external-suggestions");
                thread.setDaemon(true);
                return thread;
            });

    private final boolean isOn;
    private final List<SuggestionSource> sources;

    @Inject
    ExternalSuggestions(ExternalConfig config, @All List<SuggestionSource> sources) {
        this(config.external(), sources);
    }

    ExternalSuggestions(boolean isOn, List<SuggestionSource> sources) {
        this.isOn = isOn;
        this.sources = sources;
    }

    /** What the sources say, each at the same time; at once and empty where none is asked. */
    Uni<List<Suggested>> ask(SuggestionRequest request) {
        if (!isOn || sources.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var asked = sources.stream().map(source -> ask(source, request)).toList();
        return Uni.join().all(asked).andFailFast().map(answers -> {
            var all = new ArrayList<Suggested>();
            answers.forEach(all::addAll);
            return List.copyOf(all);
        });
    }

    private static Uni<List<Suggested>> ask(SuggestionSource source, SuggestionRequest request) {
        return Uni.createFrom()
                .item(() -> answer(source, request))
                .runSubscriptionOn(THREADS)
                .ifNoItem()
                .after(LONGEST)
                .recoverWithItem(List.of())
                .onFailure()
                .recoverWithItem(List.of());
    }

    /** NB: whatever a foreign model throws is its own affair. */
    private static List<Suggested> answer(SuggestionSource source, SuggestionRequest request) {
        try {
            var answer = source.suggest(request.system(), request.name(), request.description());
            return answer == null ? List.of() : List.copyOf(answer);
        } catch (Exception failed) {
            Log.warnf("%s gave no suggestion: %s", source.getClass().getSimpleName(), failed.getMessage());
            return List.of();
        }
    }

    /** Our answer with theirs behind it; codes that we name already, and those that are not listed, are passed over. */
    static SuggestionView added(SuggestionView ours, List<Suggested> theirs, Titles titles, SuggestionRequest request) {
        if (theirs.isEmpty()) {
            return ours;
        }
        var all = new ArrayList<>(ours.suggestions());
        var named = new HashSet<String>();
        ours.suggestions().forEach(one -> named.add(one.code()));
        theirs.stream()
                .filter(one -> titles.english().containsKey(one.code()) && named.add(one.code()))
                .forEach(one -> all.add(code(one, titles, request.language())));
        var shown = all.subList(0, Math.min(all.size(), request.limit()));
        return new SuggestionView(ours.decision(), ours.reason(), List.copyOf(shown), ours.modelVersion());
    }

    private static SuggestedCode code(Suggested one, Titles titles, String language) {
        var confidence = Math.max(0, Math.min(1, one.confidence()));
        return new SuggestedCode(
                one.code(),
                titles.of(one.code(), language),
                titles.path(one.code(), language),
                confidence,
                confidence,
                METHOD,
                List.of(new ClassificationEvidence("rule", String.valueOf(one.reason()), confidence)));
    }
}
