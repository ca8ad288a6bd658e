package org.quartermaster.procurement.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.quartermaster.procurement.secret.SecretCipher;

/** Keeps the keys of endpoints enciphered. */
@ApplicationScoped
class WebhookSecrets {
    private final SecretCipher cipher;

    @Inject
    WebhookSecrets(SecretCipher cipher) {
        this.cipher = cipher;
    }

    byte[] seal(UUID webhookId, WebhookSecret secret) {
        return cipher.seal(secret.key(), name(webhookId));
    }

    WebhookSecret open(UUID webhookId, byte[] sealed) {
        return new WebhookSecret(cipher.open(sealed, name(webhookId)));
    }

    private static String name(UUID webhookId) {
        return "webhook " + webhookId;
    }
}
