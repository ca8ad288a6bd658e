package org.quartermaster.procurement.quota;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether requests are held to what plans allow in a minute. */
@ConfigMapping(prefix = "qm.plan-rate-limit")
interface PlanRateConfig {
    /** NB: tests send more than any of their organizations could. */
    @WithDefault("true")
    boolean enabled();
}
