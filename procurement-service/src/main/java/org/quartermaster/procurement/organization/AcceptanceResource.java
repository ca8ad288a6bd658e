package org.quartermaster.procurement.organization;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.user.Acting;

/** Joining an organization that one was invited to. */
@Path("/api/v1/auth/invitations/accept")
@Tag(name = "organizations")
@Produces(MediaType.APPLICATION_JSON)
public final class AcceptanceResource {
    private static final int MAX_TOKEN = 500;

    private final Call call;
    private final Idempotency idempotency;
    private final Invitations invitations;

    @Inject
    AcceptanceResource(Call call, Idempotency idempotency, Invitations invitations) {
        this.call = call;
        this.idempotency = idempotency;
        this.invitations = invitations;
    }

    @POST
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Join the organization that one was invited to; then switch to it")
    @APIResponseSchema(OrganizationView.class)
    public Uni<Response> accept(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("token");
        var token = fields.text("token", 1, MAX_TOKEN).value();
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> Acting.lock(unit)
                .chain(user -> invitations.accept(unit, token, user.getString("email_norm")))
                .map(Answer::ok));
    }
}
