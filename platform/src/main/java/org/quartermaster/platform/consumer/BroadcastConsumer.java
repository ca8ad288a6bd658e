package org.quartermaster.platform.consumer;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.quartermaster.platform.security.Caller;

/**
 * Takes events that concern many tenants, such as those of public data. In each tenant the effect has a transaction and
 * an inbox row of its own: what fails in one keeps nothing from the others, and comes again for that one alone.
 *
 * @param <T> as that of {@link EventConsumer}
 */
public interface BroadcastConsumer<T> extends EventConsumer<T> {
    /**
     * The tenants that an event concerns, each once; none is no failure.
     *
     * @param caller {@code system} in the tenant of the event
     */
    Uni<List<String>> tenants(Caller caller, T data);
}
