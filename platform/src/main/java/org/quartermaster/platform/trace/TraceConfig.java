package org.quartermaster.platform.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where traces go. */
@ConfigMapping(prefix = "qm.trace")
interface TraceConfig {
    /** OTLP over HTTP, such as {@code http://collector:4318/v1/traces}; without it nothing is traced. */
    @WithDefault("${QM_OTLP_ENDPOINT:}")
    Optional<String> endpoint();

    /** Share of the traces that begin here and are kept, 0 to 1; those that come from a client keep its choice. */
    @WithDefault("${QM_TRACE_RATIO:1}")
    double ratio();
}
