package org.quartermaster.platform.consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.PlatformConfig;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.event.NatsConnection;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** Runs every consumer of the service, each on a thread of its own. */
@ApplicationScoped
class Consumers {
    private static final Duration DRAIN = Duration.ofSeconds(15);

    private final Map<String, Handling<?>> byName = new LinkedHashMap<>();
    private final List<ConsumerThread> threads = new ArrayList<>();

    @Inject
    PlatformConfig platform;

    @Inject
    ConsumerConfig config;

    @Inject
    NatsConnection nats;

    @Inject
    Inbox inbox;

    @Inject
    DeadLetters letters;

    @Inject
    ObjectMapper json;

    @Inject
    Writes writes;

    @Inject
    MeterRegistry registry;

    void start(@Observes StartupEvent start, @Any Instance<EventConsumer<?>> declared) {
        for (var consumer : declared) {
            var name = ConsumerName.of(platform.service(), consumer.subject(), config.epoch());
            var handling = new Handling<>(name.durable(), consumer, json, writes);
            if (byName.put(name.durable(), handling) != null) {
                throw new IllegalStateException("two consumers of " + consumer.subject());
            }
            var meters = new ConsumerMeters(registry, name.durable());
            var delivery = new Delivery(handling, inbox, letters, config, meters);
            threads.add(new ConsumerThread(name, consumer.subject(), nats, config, delivery, meters));
        }
        threads.forEach(ConsumerThread::start);
    }

    void takeNoMore(@Observes ShutdownDelayInitiatedEvent shutdown) {
        threads.forEach(ConsumerThread::stop);
    }

    void drain(@Observes ShutdownEvent shutdown) throws InterruptedException {
        threads.forEach(ConsumerThread::stop);
        var end = System.nanoTime() + DRAIN.toNanos();
        for (var thread : threads) {
            thread.join(Duration.ofNanos(end - System.nanoTime()));
        }
    }

    /** 409 for a consumer that the service does not have any more. */
    Handling<?> named(String name) {
        var handling = byName.get(name);
        if (handling == null) {
            throw Problem.of(ProblemType.INVALID_TRANSITION, name);
        }
        return handling;
    }
}
