package org.quartermaster.procurement.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long rows are kept that nothing needs any more. */
@ConfigMapping(prefix = "qm.retention")
interface RetentionConfig {
    /** Tokens of sessions that are over, and codes that were mailed and have run out. */
    @WithDefault("${QM_PROCUREMENT_KEEP_TOKENS:P30D}")
    Duration tokens();

    /** Events that went to webhooks or were given up, and what was answered. */
    @WithDefault("${QM_PROCUREMENT_KEEP_WEBHOOKS:P30D}")
    Duration webhooks();
}
