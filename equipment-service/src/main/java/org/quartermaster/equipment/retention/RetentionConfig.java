package org.quartermaster.equipment.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long the tables that only grow keep their months. */
@ConfigMapping(prefix = "qm.retention")
interface RetentionConfig {
    /** Months of telemetry; at least the 14 that are made ready for late samples. */
    @WithDefault("${QM_RETENTION_TELEMETRY:36}")
    int telemetryMonths();

    /** Months of refused samples. */
    @WithDefault("${QM_RETENTION_REJECTS:3}")
    int rejectsMonths();
}
