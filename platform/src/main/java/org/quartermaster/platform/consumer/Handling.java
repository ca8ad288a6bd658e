package org.quartermaster.platform.consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import java.util.function.Supplier;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.security.Caller;

/** A consumer under its durable name, and what it takes to run it. */
record Handling<T>(String name, EventConsumer<T> consumer, ObjectMapper json, Writes writes) {

    /**
     * The effect in one transaction, if the gate in the same transaction lets it in; false when the gate did not.
     * NB: to be asked for its Uni on the Vert.x context that it shall run on.
     */
    Supplier<Uni<Boolean>> work(Letter letter, Function<UnitOfWork, Uni<Boolean>> gate) throws Letter.Malformed {
        var event = letter.read(json, consumer.data());
        var caller = Caller.system(event.tenant()).traced(event.traceparent());
        return () -> writes.write(caller, unit -> gate.apply(unit)
                .chain(open -> open
                        ? consumer.handle(unit, event).replaceWith(true)
                        : Uni.createFrom().item(false)));
    }
}
