package org.quartermaster.procurement.question;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Messages;
import org.quartermaster.platform.security.Caller;

/** Answers questions, and remembers them. */
@ApplicationScoped
class Questions {
    private static final String NOTHING_FOUND = "no_answer_found";
    private static final String REMEMBER = """
            insert into procurement.query_history
              (tenant_id, query_id, user_id, question, answer, sources, confidence, query_time_ms)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """;

    private final PassageSearch search;
    private final AnswerProvider answers;
    private final DatabaseJson json;

    @Inject
    Questions(PassageSearch search, AnswerProvider answers, DatabaseJson json) {
        this.search = search;
        this.answers = answers;
        this.json = json;
    }

    /** Puts the answer together; nothing is written yet. */
    Uni<QuestionAnswer> answer(Caller caller, QuestionInput question, Locale language) {
        var begun = Instant.now();
        return search.find(caller, question.text(), question.scope(), question.topK())
                .chain(result -> {
                    var sources = Source.numbered(result.found());
                    return (sources.isEmpty()
                                    ? Uni.createFrom().item(Draft.NONE)
                                    : answers.answer(question.text(), result.words(), sources))
                            .map(draft -> draft.text() == null
                                    ? nothing(begun, language)
                                    : answer(begun, draft, result.words(), sources));
                });
    }

    private static QuestionAnswer answer(Instant begun, Draft draft, List<AskedWord> words, List<Source> sources) {
        var confidence = Confidence.of(words, sources, draft.cited());
        return new QuestionAnswer(Ids.uuid(), draft.text(), sources, confidence, millis(begun), now(), null);
    }

    private static QuestionAnswer nothing(Instant begun, Locale language) {
        var message = Messages.text(language, NOTHING_FOUND);
        return new QuestionAnswer(
                Ids.uuid(),
                null,
                List.of(),
                new Confidence(Confidence.Level.LOW, BigDecimal.ZERO),
                millis(begun),
                now(),
                message);
    }

    private static int millis(Instant begun) {
        return (int) Duration.between(begun, Instant.now()).toMillis();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Keeps question and answer for the one who asked. */
    Uni<Void> remember(UnitOfWork unit, QuestionInput question, QuestionAnswer answer) {
        return unit.run(
                        REMEMBER,
                        unit.caller().tenant(),
                        answer.queryId(),
                        Ids.parse(unit.caller().subject()).orElse(null),
                        question.text(),
                        answer.answer(),
                        new JsonArray(json.text(answer.sources())),
                        answer.confidence().score(),
                        answer.queryTimeMs())
                .replaceWithVoid();
    }
}
