package org.quartermaster.procurement.billing;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.quartermaster.platform.PlatformConfig;
import org.quartermaster.platform.PlatformConfig.AuthMode;

/** The secret that events of the provider are signed with. */
@ApplicationScoped
class WebhookSecret {
    private static final String OF_DEMO = "whsec_local_stack";

    private final Optional<String> secret;

    @Inject
    WebhookSecret(BillingConfig config, PlatformConfig platform) {
        this(config.webhookSecret(), platform.auth());
    }

    WebhookSecret(Optional<String> given, AuthMode auth) {
        secret = given.filter(text -> !text.isBlank())
                .or(() -> auth == AuthMode.DEMO ? Optional.of(OF_DEMO) : Optional.empty());
    }

    /** Refuses to start where anybody could grant himself a plan. */
    void check(@Observes StartupEvent start) {
        if (secret.isEmpty()) {
            throw new IllegalStateException("QM_BILLING_WEBHOOK_SECRET is not set");
        }
    }

    /** Empty where none is configured. */
    Optional<String> text() {
        return secret;
    }
}
