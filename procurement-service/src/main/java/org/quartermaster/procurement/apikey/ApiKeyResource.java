package org.quartermaster.procurement.apikey;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.organization.RoleFields;
import org.quartermaster.procurement.user.PathId;

/** API keys of the organization: what a program signs in with, in the name of who made the key. */
@Path("/api/v1/api-keys")
@Tag(name = "api-keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.MANAGER)
public final class ApiKeyResource {
    private static final String PATH = "/api/v1/api-keys/";
    private static final int MAX_NAME = 255;

    private final Call call;
    private final Endpoints endpoints;
    private final Idempotency idempotency;
    private final ApiKeyTable keys;

    @Inject
    ApiKeyResource(Call call, Endpoints endpoints, Idempotency idempotency, ApiKeyTable keys) {
        this.call = call;
        this.endpoints = endpoints;
        this.idempotency = idempotency;
        this.keys = keys;
    }

    @GET
    @Operation(summary = "The API keys of the organization, by their first characters, the oldest first")
    public Uni<RestResponse<Page<ApiKeyView>>> find() {
        return endpoints.list(ApiKeyView.class, keys::find);
    }

    @POST
    @Operation(summary = "Make an API key; the answer is the only place where it is shown")
    @APIResponseSchema(value = ApiKeyView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var wish = wish(body);
        RoleFields.requireGiver(call.caller(), wish.roles());
        var address = call.address();
        var secret = ApiKeySecret.create();
        var made = new AtomicReference<Answer>();
        // NB: what is kept for a repetition has no key in it.
        return idempotency
                .once(call.caller(), Idempotency.key(call, body), unit -> keys.create(unit, wish, secret, address)
                        .invoke(key -> made.set(answer(key.with(secret))))
                        .map(ApiKeyResource::answer))
                .map(kept -> made.get() == null ? kept : made.get())
                .map(Answer::response);
    }

    private static Answer answer(ApiKeyView key) {
        return Answer.created(key, PATH + key.keyId(), null);
    }

    private ApiKeyTable.Wish wish(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("name", "roles");
        var name = fields.text("name", 1, MAX_NAME).value();
        var roles = RoleFields.read(fields);
        var end = fields.time("expires_at").value();
        if (end != null && !end.isAfter(Instant.now())) {
            fields.error("expires_at", "in_past");
        }
        fields.checkStrictly();
        return new ApiKeyTable.Wish(name, roles, end);
    }

    @DELETE
    @Path("{key_id}")
    @Operation(summary = "Revoke an API key, from the next request on")
    public Uni<Response> revoke(String key_id) {
        var address = call.address();
        return endpoints.delete(
                (unit, ifMatch) -> keys.revoke(unit, PathId.of(key_id), address).replaceWith(Answer.empty()));
    }
}
