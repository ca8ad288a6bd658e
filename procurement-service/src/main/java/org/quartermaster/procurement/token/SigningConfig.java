package org.quartermaster.procurement.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How signing keys come and go. */
@ConfigMapping(prefix = "qm.signing")
interface SigningConfig {
    /** How long a key signs before the next one does. */
    @WithDefault("${QM_KEY_ROTATION:P30D}")
    Duration rotation();

    /** How long verifiers keep the set of keys, and so how long a key is published before it signs. */
    @WithDefault("PT5M")
    Duration published();
}
