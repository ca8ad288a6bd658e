package org.quartermaster.platform.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.nats.client.Message;
import io.quarkus.logging.Log;
import java.sql.SQLException;
import java.time.Duration;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.log.LogFields;

/** Takes one message to its end: handled, known already, to come again, or dead. Blocking. */
final class Delivery {
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);

    private final Handling<?> handling;
    private final Inbox inbox;
    private final DeadLetters letters;
    private final ConsumerConfig config;
    private final MeterRegistry registry;

    Delivery(Handling<?> handling, Inbox inbox, DeadLetters letters, ConsumerConfig config, MeterRegistry registry) {
        this.handling = handling;
        this.inbox = inbox;
        this.letters = letters;
        this.config = config;
        this.registry = registry;
    }

    void take(Message message) {
        var letter = Letter.of(message);
        var id = letter.id(handling.json());
        LogFields.put(LogFields.TENANT, letter.tenant());
        try {
            var attempt = attempt(message, letter, id);
            if (attempt == 0) {
                end(message, "known");
            } else if (attempt > config.maxAttempts()) {
                bury(message, letter, id, "the service stopped at every attempt", attempt - 1);
            } else {
                handle(message, letter, id, attempt);
            }
        } catch (SQLException away) {
            Log.warnf("%s: event %s waits for the database: %s", handling.name(), id, away.getMessage());
            message.nakWithDelay(config.retry());
        } finally {
            LogFields.clear();
        }
    }

    /** The number of this attempt; 0 for an event that was handled. NB: the first one costs no statement. */
    private int attempt(Message message, Letter letter, String id) throws SQLException {
        return message.metaData().deliveredCount() == 1
                ? 1
                : inbox.attempt(letter.tenant(), handling.name(), id).orElse(0);
    }

    private void handle(Message message, Letter letter, String id, int attempt) throws SQLException {
        try {
            var work = handling.work(letter, unit -> inbox.take(unit, handling.name(), id));
            var handled = Awaiting.result(work);
            end(message, handled ? "handled" : "known");
        } catch (Letter.Malformed unreadable) {
            bury(message, letter, id, unreadable.getMessage(), attempt);
        } catch (Throwable failed) {
            failed(message, letter, id, attempt, failed);
        }
    }

    private void failed(Message message, Letter letter, String id, int attempt, Throwable failure) throws SQLException {
        if (attempt >= config.maxAttempts()) {
            Log.errorf(failure, "%s: event %s is dead after %d attempts", handling.name(), id, attempt);
            bury(message, letter, id, DeadLetters.reason(failure), attempt);
            return;
        }
        Log.warnf("%s: event %s failed at attempt %d: %s", handling.name(), id, attempt, DeadLetters.reason(failure));
        message.nakWithDelay(backoff(attempt));
        count("failed");
    }

    private Duration backoff(int attempt) {
        var pause = config.backoff().multipliedBy(1L << Math.min(attempt - 1, 16));
        return pause.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : pause;
    }

    private void bury(Message message, Letter letter, String id, String error, int attempts) throws SQLException {
        var type = letter.type(handling.json());
        letters.bury(letter, new DeadLetters.Failure(handling.name(), id, type, error, attempts));
        end(message, "dead");
    }

    private void end(Message message, String outcome) {
        message.ack();
        count(outcome);
    }

    /** {@code handled}, {@code known}, {@code failed} (comes again) or {@code dead}. */
    private void count(String outcome) {
        registry.counter("consumer_events", "consumer", handling.name(), "outcome", outcome)
                .increment();
    }
}
