package org.quartermaster.catalog.classification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether models that the user plugged in are asked. */
@ConfigMapping(prefix = "qm.classification")
interface ExternalConfig {
    /** Asks every {@link SuggestionSource}. */
    @WithDefault("${QM_CLASSIFICATION_EXTERNAL:false}")
    boolean external();
}
