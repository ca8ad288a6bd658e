package org.quartermaster.platform.consumer;

import io.nats.client.ConsumerContext;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamStatusCheckedException;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.quartermaster.platform.event.NatsConnection;

/**
 * Pulls the messages of one durable consumer, one at a time over all replicas: the server holds back the next one
 * until this one is acknowledged, which keeps the order of the stream also when a process is killed.
 */
final class ConsumerThread implements Runnable {
    private static final Duration PULL = Duration.ofSeconds(2);
    private static final Duration LOOK_AT_LAG = Duration.ofSeconds(10);

    private final ConsumerName name;
    private final String subject;
    private final NatsConnection nats;
    private final ConsumerConfig config;
    private final Delivery delivery;
    private final ConsumerMeters meters;
    private final Thread thread;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private boolean told;
    private long lagSeen;

    ConsumerThread(
            ConsumerName name,
            String subject,
            NatsConnection nats,
            ConsumerConfig config,
            Delivery delivery,
            ConsumerMeters meters) {
        this.name = name;
        this.subject = subject;
        this.nats = nats;
        this.config = config;
        this.delivery = delivery;
        this.meters = meters;
        this.thread = new Thread(this, "consumer-" + name.durable());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Lets the message at hand come to its end and takes no other. */
    void stop() {
        stopping.countDown();
    }

    private boolean running() {
        return stopping.getCount() > 0;
    }

    void join(Duration longest) throws InterruptedException {
        thread.join(Math.max(1, longest.toMillis()));
    }

    @Override
    public void run() {
        while (running()) {
            try {
                pull(consumer());
            } catch (IOException
                    | JetStreamApiException
                    | JetStreamStatusCheckedException
                    | IllegalStateException away) {
                tellOnce(away);
                pause();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException unexpected) {
                Log.errorf(unexpected, "%s stumbled and goes on", name.durable());
                pause();
            }
        }
    }

    /** NB: the stream belongs to another service, which may start later or never. */
    private void tellOnce(Exception away) {
        if (!told) {
            Log.infof("%s waits for %s: %s", name.durable(), name.stream(), away.getMessage());
            told = true;
        }
    }

    private void pause() {
        try {
            var ignored = stopping.await(config.retry().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            stop();
        }
    }

    private ConsumerContext consumer() throws IOException, JetStreamApiException, InterruptedException {
        var consumer = nats.connected()
                .getStreamContext(name.stream())
                .createOrUpdateConsumer(ConsumerConfiguration.builder()
                        .durable(name.durable())
                        .filterSubject(subject)
                        .deliverPolicy(DeliverPolicy.All)
                        .ackPolicy(AckPolicy.Explicit)
                        .ackWait(config.ackWait())
                        .maxDeliver(-1)
                        .maxAckPending(1)
                        .build());
        Log.infof("%s takes %s from %s", name.durable(), subject, name.stream());
        told = false;
        return consumer;
    }

    private void pull(ConsumerContext consumer)
            throws IOException, JetStreamApiException, JetStreamStatusCheckedException, InterruptedException {
        while (running()) {
            var message = consumer.next(PULL);
            if (message == null) {
                lookAtLag(consumer);
            } else {
                meters.lag(message.metaData().pendingCount() + 1);
                delivery.take(message);
            }
        }
    }

    private void lookAtLag(ConsumerContext consumer) throws IOException, JetStreamApiException {
        if (System.nanoTime() - lagSeen > LOOK_AT_LAG.toNanos()) {
            lagSeen = System.nanoTime();
            var info = consumer.getConsumerInfo();
            meters.lag(info.getNumPending() + info.getNumAckPending());
        }
    }
}
