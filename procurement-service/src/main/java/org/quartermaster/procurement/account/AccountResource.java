package org.quartermaster.procurement.account;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.user.Visitor;

/** The user's own account and all that is kept of him. */
@Path("/api/v1/auth/me")
@Tag(name = "account")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class AccountResource {
    private static final int MAX_PASSWORD = 128;

    private final Call call;
    private final Endpoints endpoints;
    private final Accounts accounts;
    private final Deletion deletion;
    private final OwnData data;

    @Inject
    AccountResource(Call call, Endpoints endpoints, Accounts accounts, Deletion deletion, OwnData data) {
        this.call = call;
        this.endpoints = endpoints;
        this.accounts = accounts;
        this.deletion = deletion;
        this.data = data;
    }

    @GET
    @Operation(summary = "Who is signed in, and which organizations he belongs to")
    @APIResponseSchema(AccountView.class)
    public Uni<Response> get() {
        return endpoints.get(caller -> accounts.get(caller).map(Answer::ok));
    }

    @PATCH
    @Operation(summary = "Change one's name; null clears it (JSON Merge Patch)")
    @APIResponseSchema(AccountView.class)
    public Uni<Response> patch(byte[] body) {
        return endpoints.patch(body, accounts::rename);
    }

    @DELETE
    @Operation(summary = "Leave: the account is made anonymous and everything of it ends")
    public Uni<Response> delete(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("password");
        var password = fields.text("password", 1, MAX_PASSWORD).value();
        fields.checkStrictly();
        return deletion.delete(Visitor.of(call), call.caller(), password)
                .replaceWith(Answer.empty().response());
    }

    @GET
    @Path("export")
    @Operation(summary = "All that is kept of the user, by table; no password, token or key")
    @APIResponse(
            responseCode = "200",
            description = "The user's data",
            content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
    public Uni<Response> export() {
        call.query().checkQuery();
        return data.export(call.caller(), call.address()).map(found -> Response.ok(found, MediaType.APPLICATION_JSON)
                .header("Content-Disposition", "attachment; filename=\"quartermaster-account.json\"")
                .header("Cache-Control", "no-store")
                .build());
    }
}
