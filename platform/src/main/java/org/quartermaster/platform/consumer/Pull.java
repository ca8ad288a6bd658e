package org.quartermaster.platform.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.nats.client.ConsumerContext;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamStatusCheckedException;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.quartermaster.platform.Loop;
import org.quartermaster.platform.event.NatsConnection;

/**
 * Pulls the messages of one durable consumer, one at a time over all replicas: the server holds back the next one
 * until this one is acknowledged, which keeps the order of the stream also when a process is killed.
 */
final class Pull implements Loop.Turn {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LOOK_AT_LAG = Duration.ofSeconds(10);

    private final Source source;
    private final NatsConnection nats;
    private final ConsumerConfig config;
    private final Delivery delivery;
    private final AtomicLong lag;
    private boolean told;
    private long lagSeen;

    Pull(Source source, NatsConnection nats, ConsumerConfig config, Delivery delivery, MeterRegistry registry) {
        this.source = source;
        this.nats = nats;
        this.config = config;
        this.delivery = delivery;
        this.lag = registry.gauge("consumer_lag", List.of(Tag.of("consumer", source.durable())), new AtomicLong());
    }

    /** Where a consumer takes from, and the durable name that follows from it. */
    record Source(String subject, String stream, String durable) {
        private static final Pattern SUBJECT = Pattern.compile("qm\\.([a-z]+)\\.\\*\\.([a-z_]+|\\*)\\.([a-z_]+|\\*)");

        static Source of(String service, String subject, int epoch) {
            var parts = SUBJECT.matcher(subject);
            if (!parts.matches()) {
                throw new IllegalArgumentException("not qm.<service>.*.<entity>.<verb>: " + subject);
            }
            var name = "%s-%s-%s-%s".formatted(service, parts.group(1), word(parts.group(2)), word(parts.group(3)));
            var stream = "QM_" + parts.group(1).toUpperCase(Locale.ROOT);
            return new Source(subject, stream, epoch == 1 ? name : name + "-" + epoch);
        }

        /** NB: an asterisk may not stand in a name. */
        private static String word(String token) {
            return token.equals("*") ? "any" : token;
        }
    }

    @Override
    public void take(Loop loop) throws IOException, JetStreamStatusCheckedException, InterruptedException {
        try {
            var consumer = consumer();
            loop.well();
            while (loop.isRunning()) {
                next(consumer);
            }
        } catch (IllegalStateException closed) {
            throw new IOException(closed.getMessage(), closed);
        } catch (JetStreamApiException absent) {
            tellOnce(absent);
            loop.sleep(config.retry());
        }
    }

    /** NB: the stream belongs to another service, which may start later or never. */
    private void tellOnce(JetStreamApiException absent) {
        if (!told) {
            Log.infof("%s waits for %s: %s", source.durable(), source.stream(), absent.getMessage());
            told = true;
        }
    }

    private ConsumerContext consumer() throws IOException, JetStreamApiException, InterruptedException {
        var consumer = nats.connected()
                .getStreamContext(source.stream())
                .createOrUpdateConsumer(ConsumerConfiguration.builder()
                        .durable(source.durable())
                        .filterSubject(source.subject())
                        .deliverPolicy(DeliverPolicy.All)
                        .ackPolicy(AckPolicy.Explicit)
                        .ackWait(config.ackWait())
                        .maxDeliver(-1)
                        .maxAckPending(1)
                        .build());
        Log.infof("%s takes %s from %s", source.durable(), source.subject(), source.stream());
        told = false;
        return consumer;
    }

    private void next(ConsumerContext consumer)
            throws IOException, JetStreamApiException, JetStreamStatusCheckedException, InterruptedException {
        var message = consumer.next(PATIENCE);
        if (message == null) {
            lookAtLag(consumer);
        } else {
            lag.set(message.metaData().pendingCount() + 1);
            delivery.take(message);
        }
    }

    private void lookAtLag(ConsumerContext consumer) throws IOException, JetStreamApiException {
        if (System.nanoTime() - lagSeen > LOOK_AT_LAG.toNanos()) {
            lagSeen = System.nanoTime();
            var info = consumer.getConsumerInfo();
            lag.set(info.getNumPending() + info.getNumAckPending());
        }
    }
}
