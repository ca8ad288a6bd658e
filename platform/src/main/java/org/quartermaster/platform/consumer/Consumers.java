package org.quartermaster.platform.consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.Loop;
import org.quartermaster.platform.PlatformConfig;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.event.NatsConnection;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;

/** Runs every consumer of the service, each on a thread of its own, and tries its dead letters again. */
@ApplicationScoped
class Consumers {
    private static final Duration DRAIN = Duration.ofSeconds(3);
    private static final Duration LOOK = Duration.ofMillis(100);

    private static final ProblemType FAILED_AGAIN = new ProblemType(409, "dead_letter_failed");

    private final Map<String, Handling<?>> byName = new HashMap<>();
    private final List<Loop> loops = new ArrayList<>();

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

    @Inject
    @All
    List<Preparation> preparations;

    void start(@Observes StartupEvent start, @Any Instance<EventConsumer<?>> declared) {
        var pulls = new LinkedHashMap<String, Pull>();
        for (var consumer : declared) {
            var source = Pull.Source.of(platform.service(), consumer.subject(), config.epoch());
            var handling = new Handling<>(source.durable(), consumer, json, writes, inbox);
            if (byName.put(source.durable(), handling) != null) {
                throw new IllegalStateException("two consumers of " + consumer.subject());
            }
            var delivery = new Delivery(handling, inbox, letters, config, registry);
            pulls.put("consumer-" + source.durable(), new Pull(source, nats, config, delivery, registry));
        }
        pulls.forEach((name, pull) -> loops.add(Loop.start(name, config.retry(), whenPrepared(pull))));
    }

    private Loop.Turn whenPrepared(Pull pull) {
        return loop -> {
            if (preparations.stream().allMatch(Preparation::isDone)) {
                pull.take(loop);
            } else {
                loop.sleep(LOOK);
            }
        };
    }

    void takeNoMore(@Observes ShutdownDelayInitiatedEvent shutdown) {
        loops.forEach(Loop::stop);
    }

    void drain(@Observes ShutdownEvent shutdown) throws InterruptedException {
        loops.forEach(Loop::stop);
        Loop.join(loops, DRAIN);
    }

    /** Handles a dead letter once more; 409 with the reason when it fails again. */
    Uni<Void> retry(Caller caller, String id) {
        return letters.get(caller, id).chain(entry -> handle(entry)
                .onFailure(failure -> !isGone(failure))
                .recoverWithUni(failure -> noteFailure(caller, id, failure)));
    }

    private static boolean isGone(Throwable failure) {
        return failure instanceof Problem problem && problem.type().equals(ProblemType.NOT_FOUND);
    }

    private Uni<Void> handle(DeadLetters.Entry entry) {
        try {
            return named(entry.view().consumer())
                    .work(entry.letter(), unit -> letters.remove(
                                    unit, entry.view().deadLetterId())
                            .replaceWith(true))
                    .get()
                    .replaceWithVoid();
        } catch (Letter.Malformed unreadable) {
            return Uni.createFrom().failure(unreadable);
        }
    }

    private Uni<Void> noteFailure(Caller caller, String id, Throwable failure) {
        var reason = DeadLetters.reason(failure);
        return writes.write(caller, unit -> letters.failedAgain(unit, id, reason))
                .onItem()
                .failWith(() -> Problem.of(FAILED_AGAIN, reason));
    }

    /** 409 for a consumer that the service does not have any more. */
    private Handling<?> named(String name) {
        var handling = byName.get(name);
        if (handling == null) {
            throw Problem.of(ProblemType.INVALID_TRANSITION, name);
        }
        return handling;
    }
}
