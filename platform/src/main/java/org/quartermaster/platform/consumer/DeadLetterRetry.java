package org.quartermaster.platform.consumer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;

/** Handles a dead letter once more. */
@ApplicationScoped
class DeadLetterRetry {
    private static final ProblemType FAILED = new ProblemType(409, "dead_letter_failed");

    private final DeadLetters letters;
    private final Consumers consumers;
    private final Writes writes;

    @Inject
    DeadLetterRetry(DeadLetters letters, Consumers consumers, Writes writes) {
        this.letters = letters;
        this.consumers = consumers;
        this.writes = writes;
    }

    /** 409 with the reason when it fails again. */
    Uni<Void> run(Caller caller, String id) {
        return letters.get(caller, id).chain(entry -> handle(entry)
                .onFailure(failure -> !isGone(failure))
                .recoverWithUni(failure -> note(caller, id, failure)));
    }

    private static boolean isGone(Throwable failure) {
        return failure instanceof Problem problem && problem.type().equals(ProblemType.NOT_FOUND);
    }

    private Uni<Void> handle(DeadLetters.Entry entry) {
        try {
            return consumers
                    .named(entry.view().consumer())
                    .work(entry.letter(), unit -> letters.remove(
                                    unit, entry.view().deadLetterId())
                            .replaceWith(true))
                    .get()
                    .replaceWithVoid();
        } catch (MalformedEvent unreadable) {
            return Uni.createFrom().failure(unreadable);
        }
    }

    private Uni<Void> note(Caller caller, String id, Throwable failure) {
        var reason = Reason.of(failure);
        return writes.write(caller, unit -> letters.failedAgain(unit, id, reason))
                .onItem()
                .failWith(() -> Problem.of(FAILED, reason));
    }
}
