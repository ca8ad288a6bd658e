package org.quartermaster.platform.consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.consumer.EventConsumer.Event;
import org.quartermaster.platform.security.Caller;

/** A consumer under its durable name, and what it takes to run it. */
record Handling<T>(String name, EventConsumer<T> consumer, ObjectMapper json, Writes writes, Inbox inbox) {

    /**
     * The effect in one transaction, if the gate in the same transaction lets it in; false when the gate did not. What
     * concerns many tenants passes the gate when it has happened in each of them.
     * NB: to be asked for its Uni on the Vert.x context that it shall run on.
     */
    Supplier<Uni<Boolean>> work(Letter letter, Function<UnitOfWork, Uni<Boolean>> gate) throws Letter.Malformed {
        var event = letter.read(json, consumer.data());
        var caller = Caller.system(event.tenant()).traced(event.traceparent());
        return consumer instanceof BroadcastConsumer<T> broadcast
                ? () -> broadcast
                        .tenants(caller, event.data())
                        .chain(tenants -> handleIn(tenants, caller, event))
                        .chain(() -> writes.write(caller, gate))
                : () -> handle(caller, event, gate);
    }

    private Uni<Boolean> handle(Caller caller, Event<T> event, Function<UnitOfWork, Uni<Boolean>> gate) {
        return writes.write(caller, unit -> gate.apply(unit)
                .chain(open -> open
                        ? consumer.handle(unit, event).replaceWith(true)
                        : Uni.createFrom().item(false)));
    }

    /** A failure is told when every tenant had its turn. */
    private Uni<Void> handleIn(List<String> tenants, Caller caller, Event<T> event) {
        var failures = new ArrayList<Throwable>();
        return InTurn.each(tenants, tenant -> handle(
                                caller.within(tenant), event, unit -> inbox.take(unit, name, event.id()))
                        .onFailure()
                        .invoke(failures::add)
                        .onFailure()
                        .recoverWithItem(false))
                .chain(() -> failures.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(failures.get(0)));
    }
}
