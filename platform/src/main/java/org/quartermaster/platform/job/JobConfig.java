package org.quartermaster.platform.job;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How jobs are run and how long they are kept. */
@ConfigMapping(prefix = "qm.job")
public interface JobConfig {
    /** The property of {@link #maxInput}, for the {@code BodyLimit} of endpoints that take the input of a job. */
    String MAX_INPUT = "qm.job.max-input";

    /** Jobs that one replica runs at a time. */
    @WithDefault("2")
    int workers();

    /** How long a worker may be silent before another one takes its job. */
    @WithDefault("PT30S")
    Duration lease();

    /** How often workers look for jobs of other replicas. */
    @WithDefault("PT1S")
    Duration poll();

    /** How often a worker writes down how far its job is, which also renews its lease. */
    @WithDefault("PT0.5S")
    Duration beat();

    /** How often a repeatable job is begun before it is given up. */
    @WithDefault("3")
    int attempts();

    /** The largest input, as it is sent and unpacked; QM_MAX_BODY is above it. */
    @WithDefault("${QM_JOB_MAX_INPUT:64M}")
    MemorySize maxInput();

    /** How many of its errors a job shows; {@code errors.csv} has all of them. */
    @WithDefault("100")
    int errorsShown();

    /** How many jobs of one tenant may wait at a time, with those whose input is still coming; each keeps its input. */
    @WithDefault("${QM_JOB_MAX_WAITING:20}")
    int maxWaiting();

    /** How long a finished job and its output are kept. */
    @WithDefault("${QM_JOB_RETENTION:P30D}")
    Duration retention();

    /** How long the input of a finished job is kept. */
    @WithDefault("${QM_JOB_INPUT_RETENTION:P1D}")
    Duration inputRetention();
}
