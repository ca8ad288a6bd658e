package org.quartermaster.platform.consumer;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.quartermaster.platform.change.UnitOfWork;

/**
 * Takes the events of one filter subject, one after the other in the order of their stream. A service declares one as
 * a CDI bean; it then takes all that the stream still holds, also what was published before it existed.
 *
 * @param <T> the consumer's own record with those members of the event's data that it reads; others are ignored
 */
public interface EventConsumer<T> {
    /**
     * The NATS subject, such as {@code qm.catalog.*.recommendation.created}; the second token names the stream.
     * One consumer of a service has it.
     */
    String subject();

    /** The type that the event's data is read into. */
    Class<T> data();

    /**
     * The effect, in the same transaction as the inbox row of the event, so that it happens once however often the
     * event is delivered. It acts as {@code system} in the tenant of the event; {@code Writes.within} reaches another
     * tenant in the same transaction. A failure rolls all of it back: the event comes again, and in the end
     * becomes a dead letter. What cannot be helped by trying again, such as an unknown id, should be no failure.
     * NB: a dead letter that is retried comes after later events of its entity.
     */
    Uni<Void> handle(UnitOfWork unit, Event<T> event);

    /**
     * An event as a consumer sees it.
     *
     * @param id the same at every delivery
     * @param type such as {@code org.quartermaster.catalog.recommendation.created.v1}
     * @param entityId the entity that the event tells of
     * @param time when it happened
     * @param actor user id, or {@code system}
     * @param traceparent W3C trace context of the request that caused it, or null
     */
    record Event<T>(
            String id,
            String type,
            String tenant,
            String entityId,
            Instant time,
            String actor,
            String traceparent,
            T data) {}
}
