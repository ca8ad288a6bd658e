package org.quartermaster.procurement.registration;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.procurement.user.EmailAddress;
import org.quartermaster.procurement.user.Visitor;

/** Judges whether a registration is likely to be abuse. */
public interface RegistrationScreening {
    /**
     * Fails with the problem that the registration is refused by; a failure of another kind makes it 503.
     *
     * @param agent as the client calls itself, or null
     * @param fingerprint what the client says of its device, or null
     */
    Uni<Screened> screen(Visitor visitor, String agent, EmailAddress email, JsonObject fingerprint);

    /** A registration that was let through. */
    interface Screened {
        /** Keeps the decision, in the transaction that makes the user and within his new organization. */
        Uni<Void> keep(UnitOfWork unit, UUID user);
    }
}
