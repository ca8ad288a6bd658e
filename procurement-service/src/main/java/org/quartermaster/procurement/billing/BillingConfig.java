package org.quartermaster.procurement.billing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What is set for the provider of payments. */
@ConfigMapping(prefix = "qm.billing")
interface BillingConfig {
    /** The secret that the provider signs with; without it the service runs as a demo alone. */
    @WithDefault("${QM_BILLING_WEBHOOK_SECRET:}")
    Optional<String> webhookSecret();
}
