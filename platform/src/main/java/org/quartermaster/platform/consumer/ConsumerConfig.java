package org.quartermaster.platform.consumer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a service consumes events. */
@ConfigMapping(prefix = "qm.consumer")
public interface ConsumerConfig {
    /** A new number makes new consumers with an empty inbox, which take all that the streams hold once more. */
    @WithDefault("${QM_CONSUMER_EPOCH:1}")
    int epoch();

    /** After how many failed attempts an event becomes a dead letter. */
    @WithDefault("6")
    int maxAttempts();

    /** Pause after the first failed attempt; it doubles with each one, up to a minute. */
    @WithDefault("PT1S")
    Duration backoff();

    /** When an event that was delivered and not answered comes again; more than the longest transaction. */
    @WithDefault("PT1M")
    Duration ackWait();

    /** Pause while the server or the stream of the other service is away. */
    @WithDefault("PT5S")
    Duration retry();

    /**
     * How long handled events are remembered. As long as a stream can deliver an event again: its own retention
     * (30 days) and that of the outbox (7 days), from which it can be filled anew.
     */
    @WithDefault("${QM_INBOX_RETENTION:P40D}")
    Duration inboxRetention();
}
