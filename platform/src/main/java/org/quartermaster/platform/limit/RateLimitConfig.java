package org.quartermaster.platform.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Requests per minute that a replica answers; 0 is no limit. The defaults stop a run-away client and nothing else:
 * they lie above what one replica can answer, so set them to what your tenants have agreed to.
 */
@ConfigMapping(prefix = "qm.rate-limit")
interface RateLimitConfig {
    /** All users of one tenant together. */
    @WithDefault("${QM_RATE_TENANT:6000000}")
    long tenant();

    /** One user or API key. */
    @WithDefault("${QM_RATE_CLIENT:3000000}")
    long client();

    /** One address from which requests come without a good token; behind a proxy see QM_PROXY_FORWARDING. */
    @WithDefault("${QM_RATE_ANONYMOUS:6000}")
    long anonymous();
}
