package org.quartermaster.catalog.enrichment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How articles are enriched in the background. */
@ConfigMapping(prefix = "qm.enrichment")
interface EnrichmentConfig {
    /** How often new and changed articles are looked for; {@code off} leaves them until somebody asks. */
    @WithDefault("${QM_ENRICHMENT_EVERY:PT5S}")
    String every();

    /** How many articles of a tenant are taken before those of the next. */
    @WithDefault("${QM_ENRICHMENT_AT_A_TIME:50}")
    int atATime();
}
