package org.quartermaster.procurement.billing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.audit.AuditLog;

/** What the provider sends: judged by its signature, then kept and applied in one transaction. */
@ApplicationScoped
class Webhooks {
    private final WebhookSecret secret;
    private final Writes writes;
    private final Incoming incoming;

    @Inject
    Webhooks(WebhookSecret secret, Writes writes, Incoming incoming) {
        this.secret = secret;
        this.writes = writes;
        this.incoming = incoming;
    }

    /** What became of the event; nothing is kept of one that is not signed, or fails. */
    Uni<String> receive(byte[] body, String signature) {
        var key = secret.text().orElseThrow(Problem::unavailable);
        var sent = body == null ? new byte[0] : body;
        if (!Signature.isValid(signature, sent, key, Instant.now())) {
            throw Problem.of(BillingProblems.BAD_SIGNATURE);
        }
        var event = ProviderEvent.read(Json.object(sent));
        return writes.writeGlobal(Caller.system(AuditLog.PLATFORM), unit -> incoming.receive(unit, event));
    }

    /** Whether events can be judged at all. */
    boolean isReady() {
        return secret.text().isPresent();
    }
}
