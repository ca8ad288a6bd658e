package org.quartermaster.procurement.fraud;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/** What is set for the prevention of fraud. */
@ConfigMapping(prefix = "qm.fraud")
interface FraudConfig {
    /** What addresses and fingerprints are hashed under; the service's own key (see QM_KEY_ENCRYPTION_KEY). */
    @WithDefault("${QM_KEY_ENCRYPTION_KEY:local stack}")
    String key();

    /** Registrations an hour from one address until the operator sets another number; a stack on one machine has many. */
    OptionalInt registrationsPerHour();
}
