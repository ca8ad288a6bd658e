package org.quartermaster.platform.consumer;

import java.time.Instant;

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
public record Event<T>(
        String id,
        String type,
        String tenant,
        String entityId,
        Instant time,
        String actor,
        String traceparent,
        T data) {}
