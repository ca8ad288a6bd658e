package org.quartermaster.procurement.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What an installation is given before anybody has set anything. */
@ConfigMapping(prefix = "qm.settings")
interface StartingConfig {
    /** Settings that start otherwise than by their defaults, as {@code key=value;key=value}. */
    @WithDefault("${QM_SETTINGS:}")
    Optional<String> starting();
}
