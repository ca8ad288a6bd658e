package org.quartermaster.platform.change;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.quartermaster.platform.event.Wake;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.trace.Traces;

/**
 * The one way to write: a transaction of the caller's tenant, its audit rows and its events. The work goes on when
 * the client hangs up, so that no connection is left in the middle of a transaction.
 */
@ApplicationScoped
public final class Writes {
    private static final String SET_TENANT =
            "select set_config('app.tenant_id', ?1, true) || set_config('app.user_id', ?2, true)";

    private final ChangeLog log;
    private final Wake wake;
    private final Traces traces;
    private final SystemSessions system;

    @Inject
    Writes(ChangeLog log, Wake wake, Traces traces, SystemSessions system) {
        this.traces = traces;
        this.system = system;
        this.log = log;
        this.wake = wake;
    }

    /** Runs the work in one transaction; its changes are committed with it or not at all. */
    public <T> Uni<T> write(Caller caller, Function<UnitOfWork, Uni<T>> work) {
        return detached(transaction(caller, work).map(this::committed));
    }

    /**
     * As above, by the role that may change global rows. What is changed there is told by {@link Change#forAll}; what
     * belongs to a tenant is done {@link #within} it.
     * NB: this role is let into every tenant, so statements on tenants' rows have to name theirs.
     */
    public <T> Uni<T> writeGlobal(Caller caller, Function<UnitOfWork, Uni<T>> work) {
        return detached(system.within(() -> transaction(caller, work)).map(this::committed));
    }

    private <T> Uni<Done<T>> transaction(Caller caller, Function<UnitOfWork, Uni<T>> work) {
        return traces.database(
                "transaction",
                null,
                caller,
                traced -> Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> enter(session, traced, new ArrayList<>()))
                        .chain(unit ->
                                work.apply(unit).call(() -> log.write(unit)).map(result -> new Done<>(unit, result)))));
    }

    /** Work that was done in a unit, and what it gave. */
    private record Done<T>(UnitOfWork unit, T result) {}

    private <T> T committed(Done<T> done) {
        done.unit().afterCommit().forEach(Runnable::run);
        wake.up();
        return done.result();
    }

    /**
     * Does a part of a transaction in another tenant: what it changes is written, with its audit rows and events, in
     * that tenant; then the transaction goes on in the first one.
     * NB: nobody asks whether the caller may. It is for work that touches both sides, such as a transfer.
     *
     * @param other who does it there: the caller {@link Caller#within} that tenant, or {@link Caller#system} where the
     *     tenant is not to learn who it was
     */
    public <T> Uni<T> within(UnitOfWork unit, Caller other, Function<UnitOfWork, Uni<T>> work) {
        return unit.session()
                .flush()
                .chain(() -> enter(unit.session(), other, unit.afterCommit()))
                .chain(inner -> work.apply(inner).call(() -> log.write(inner)))
                .call(() -> unit.session().flush())
                .call(() -> enter(unit.session(), unit.caller(), unit.afterCommit()));
    }

    /**
     * Writes the audit rows and events of what was noted so far, and forgets it, so that a unit of many changes needs
     * no more memory than one of few; they are committed or rolled back with the rest.
     */
    public Uni<Void> log(UnitOfWork unit) {
        return log.write(unit).invoke(() -> unit.changes().clear());
    }

    private static Uni<UnitOfWork> enter(Mutiny.Session session, Caller caller, List<Runnable> afterCommit) {
        return session.createNativeQuery(SET_TENANT, String.class)
                .setParameter(1, caller.tenant())
                .setParameter(2, caller.subject())
                .getSingleResult()
                .replaceWith(() -> new UnitOfWork(session, caller, afterCommit));
    }

    private static <T> Uni<T> detached(Uni<T> work) {
        return Uni.createFrom().emitter(emitter -> work.subscribe().with(emitter::complete, emitter::fail));
    }
}
