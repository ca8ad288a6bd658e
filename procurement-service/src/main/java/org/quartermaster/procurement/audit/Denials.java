package org.quartermaster.procurement.audit;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.audit.RunningDenials.Denial;
import org.quartermaster.procurement.audit.RunningDenials.Kind;

/**
 * Notes failed sign-ins and what was denied: of one kind the first in a minute at once, the others as one row with their
 * number when the minute ends, so that a flood of guesses is no flood of rows. NB: each replica counts its own, and one
 * that is killed forgets the numbers of its last minute.
 */
@ApplicationScoped
public class Denials {
    private static final String USER = "select user_id from procurement.users where user_id = $1";

    private final AuditLog log;
    private final Writes writes;
    private final RunningDenials running = new RunningDenials();

    @Inject
    Denials(AuditLog log, Writes writes) {
        this.log = log;
        this.writes = writes;
    }

    /**
     * Notes a refusal of somebody unknown, in a unit of {@link AuditLog#PLATFORM}.
     *
     * @param action such as {@code login.failed}
     */
    public Uni<Void> note(UnitOfWork unit, String action, String address) {
        return running.isFirst(new Kind(AuditLog.PLATFORM, action, address), Instant.now())
                ? log.note(unit, null, action, Map.of(), address)
                : Uni.createFrom().voidItem();
    }

    /**
     * Notes a request that was denied (403); never waits.
     *
     * @param caller who sent it, in his tenant; {@link Caller#system} of {@link AuditLog#PLATFORM} where nobody knows
     * @param request its method and path
     */
    void denied(Caller caller, String request, String address) {
        running.add(new Denial(caller, "access.denied", request, address), Instant.now());
    }

    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> write() {
        return InTurn.each(running.firsts(), this::write).chain(() -> end(Instant.now()));
    }

    /** NB: the minutes that still run end with the process. */
    void atEnd(@Observes ShutdownEvent event) {
        Awaiting.result(() -> InTurn.each(running.firsts(), this::write)
                .chain(() -> end(Instant.now().plus(RunningDenials.MINUTE))));
    }

    private Uni<Void> write(Denial denial) {
        return known(writes.write(denial.caller(), unit -> unit.run(
                        USER, Ids.parse(denial.caller().subject()).orElse(null))
                .chain(found -> log.note(
                        unit,
                        found.size() == 0 ? null : found.iterator().next().getUUID(0),
                        denial.action(),
                        Map.of("request", denial.request()),
                        denial.address()))));
    }

    /** Writes the numbers of the minutes that are over by then. */
    Uni<Void> end(Instant now) {
        return InTurn.each(running.over(now).entrySet(), each -> write(each.getKey(), each.getValue()));
    }

    private Uni<Void> write(Kind kind, int more) {
        return known(writes.write(
                Caller.system(kind.tenant()),
                unit -> log.note(unit, null, kind.action(), Map.of("count", more), kind.address())));
    }

    private static Uni<Void> known(Uni<Void> written) {
        return written.onFailure()
                .invoke(failed -> Log.error("a denial is not noted", failed))
                .onFailure()
                .recoverWithNull();
    }
}
