package org.quartermaster.platform.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Requests per minute that a replica answers; 0 is no limit. The defaults leave room for a busy fleet (a client may ask
 * 500 times a second) and stop a run-away client and a flood; set them to what your tenants have agreed to.
 */
@ConfigMapping(prefix = "qm.rate-limit")
interface RateLimitConfig {
    /** All users of one tenant together. */
    @WithDefault("${QM_RATE_TENANT:120000}")
    long tenant();

    /** One user or API key. */
    @WithDefault("${QM_RATE_CLIENT:30000}")
    long client();

    /** One address, whoever asks from it, counted before its token is looked at; behind a proxy see QM_TRUSTED_PROXIES. */
    @WithDefault("${QM_RATE_ADDRESS:60000}")
    long address();

    /** One address from which requests come without a good token. */
    @WithDefault("${QM_RATE_ANONYMOUS:600}")
    long anonymous();
}
