package org.quartermaster.catalog.exchange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of imports. */
@ConfigMapping(prefix = "qm.catalog")
interface ImportConfig {
    /** How many rows of one import are told by an event of their own. */
    @WithDefault("${QM_CATALOG_IMPORT_EVENTS_MAX:5000}")
    long importEventsMax();
}
