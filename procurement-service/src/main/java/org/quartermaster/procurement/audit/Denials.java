package org.quartermaster.procurement.audit;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.security.Caller;

/**
 * Notes what was refused to somebody unknown: of one action from one address the first in a minute at once, the others
 * as one row with their number when the minute ends, so that a flood of guesses is no flood of rows. NB: a replica that
 * is killed forgets the number of its last minute.
 */
@ApplicationScoped
public class Denials {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AuditLog log;
    private final Writes writes;
    private final Map<Kind, Counted> running = new HashMap<>();

    private record Kind(String action, String address) {}

    private record Counted(Instant since, int more) {
        boolean isOver(Instant now) {
            return !since.plus(MINUTE).isAfter(now);
        }
    }

    @Inject
    Denials(AuditLog log, Writes writes) {
        this.log = log;
        this.writes = writes;
    }

    /**
     * Notes a refusal, in a unit of {@link AuditLog#PLATFORM}.
     *
     * @param action such as {@code login.failed}
     */
    public Uni<Void> note(UnitOfWork unit, String action, String address) {
        return isFirst(new Kind(action, address), Instant.now())
                ? log.note(unit, null, action, Map.of(), address)
                : Uni.createFrom().voidItem();
    }

    private synchronized boolean isFirst(Kind kind, Instant now) {
        var counted = running.get(kind);
        if (counted == null) {
            running.put(kind, new Counted(now, 0));
            return true;
        }
        running.put(kind, new Counted(counted.since(), counted.more() + 1));
        return false;
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> end() {
        return end(Instant.now());
    }

    /** Notes the numbers of those minutes that are over at an instant. */
    Uni<Void> end(Instant now) {
        var over = over(now);
        return over.isEmpty()
                ? Uni.createFrom().voidItem()
                : writes.write(
                                Caller.system(AuditLog.PLATFORM),
                                unit -> InTurn.each(
                                        over.entrySet(),
                                        each -> log.note(
                                                unit,
                                                null,
                                                each.getKey().action(),
                                                Map.of("count", each.getValue().more()),
                                                each.getKey().address())))
                        .onFailure()
                        .invoke(failed -> Log.errorf(failed, "refusals not noted: %s", over));
    }

    private synchronized Map<Kind, Counted> over(Instant now) {
        var over = new HashMap<Kind, Counted>();
        running.forEach((kind, counted) -> {
            if (counted.isOver(now)) {
                over.put(kind, counted);
            }
        });
        over.keySet().forEach(running::remove);
        over.values().removeIf(counted -> counted.more() == 0);
        return over;
    }
}
