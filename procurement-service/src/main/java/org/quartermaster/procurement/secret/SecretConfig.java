package org.quartermaster.procurement.secret;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What secrets are kept under. */
@ConfigMapping(prefix = "qm.secret")
interface SecretConfig {
    /** 32 bytes in base64; the service does not start without them outside demo mode. */
    @WithDefault("${QM_KEY_ENCRYPTION_KEY:}")
    Optional<String> encryptionKey();
}
