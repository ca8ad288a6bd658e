package org.quartermaster.procurement.question;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.change.Idempotency.Key;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.fraud.Screening;
import org.quartermaster.procurement.fraud.Visit;
import org.quartermaster.procurement.quota.WindowKind;
import org.quartermaster.procurement.quota.Windows;

/**
 * Answers a question once, within the quota. NB: an answer may cost a model's work, so a kept answer and a spent quota
 * are looked for before; the unit is taken in the transaction that keeps the answer: what fails is not charged.
 */
@ApplicationScoped
class Asking {
    private final Screening screening;
    private final Writes writes;
    private final Idempotency idempotency;
    private final Windows windows;
    private final Questions questions;

    @Inject
    Asking(Screening screening, Writes writes, Idempotency idempotency, Windows windows, Questions questions) {
        this.screening = screening;
        this.writes = writes;
        this.idempotency = idempotency;
        this.windows = windows;
        this.questions = questions;
    }

    /** The answer, or the one that was kept for the key, which may be null. */
    Uni<Answer> ask(Caller caller, Key key, Visit visit, QuestionInput question, Locale language) {
        return screening
                .question(caller, visit)
                .chain(() -> writes.write(caller, unit -> look(unit, key)))
                .chain(kept -> kept != null
                        ? Uni.createFrom().item(kept)
                        : questions
                                .answer(caller, question, language)
                                .chain(answer -> idempotency.once(caller, key, unit -> keep(unit, question, answer))));
    }

    private Uni<Answer> look(UnitOfWork unit, Key key) {
        return idempotency
                .find(unit, key)
                .chain(kept -> kept != null
                        ? Uni.createFrom().item(kept)
                        : windows.checkQuestions(unit).replaceWith((Answer) null));
    }

    private Uni<Answer> keep(UnitOfWork unit, QuestionInput question, QuestionAnswer answer) {
        return windows.take(unit, WindowKind.QUESTIONS)
                .chain(() -> questions.remember(unit, question, answer))
                .replaceWith(() -> Answer.ok(answer, null));
    }
}
