package org.quartermaster.platform.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What a consumer tells of itself. */
final class ConsumerMeters {
    private final MeterRegistry registry;
    private final String consumer;
    private final AtomicLong lag;

    ConsumerMeters(MeterRegistry registry, String consumer) {
        this.registry = registry;
        this.consumer = consumer;
        this.lag = registry.gauge("consumer_lag", List.of(Tag.of("consumer", consumer)), new AtomicLong());
    }

    /** Events in the stream that wait for this consumer. */
    void lag(long events) {
        lag.set(events);
    }

    /** @param outcome {@code handled}, {@code known}, {@code failed} (comes again) or {@code dead} */
    void count(String outcome) {
        registry.counter("consumer_events", "consumer", consumer, "outcome", outcome)
                .increment();
    }
}
