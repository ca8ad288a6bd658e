package org.quartermaster.platform.consumer;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.security.Roles;

/** The events of the tenant that could not be handled, to look at, try again or give up. */
@Path("/q/dead-letters")
@Tag(name = "operation")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public final class DeadLetterResource {
    private final Call call;
    private final Endpoints endpoints;
    private final DeadLetters letters;
    private final Consumers consumers;

    @Inject
    DeadLetterResource(Call call, Endpoints endpoints, DeadLetters letters, Consumers consumers) {
        this.call = call;
        this.endpoints = endpoints;
        this.letters = letters;
        this.consumers = consumers;
    }

    @GET
    @Operation(summary = "Events that could not be handled, the oldest first")
    public Uni<RestResponse<Page<DeadLetterView>>> find() {
        return endpoints.list(DeadLetterView.class, letters::find);
    }

    @GET
    @Path("{dead_letter_id}")
    @Operation(summary = "One of them, with its message")
    @APIResponseSchema(DeadLetterView.class)
    public Uni<Response> get(String dead_letter_id) {
        return endpoints.get(caller ->
                letters.get(caller, dead_letter_id).map(DeadLetters.Entry::view).map(Answer::ok));
    }

    @POST
    @Path("{dead_letter_id}/retry")
    @Operation(
            summary = "Handle it now",
            description = "204 and gone when that works; 409 with the reason when it fails again. "
                    + "NB: later events of the same entity have been handled before it.")
    @APIResponse(responseCode = "204", description = "Tried again, with success")
    public Uni<Response> retry(String dead_letter_id) {
        call.query().checkQuery();
        return consumers.retry(call.caller(), dead_letter_id).replaceWith(() -> Response.noContent()
                .build());
    }

    @DELETE
    @Path("{dead_letter_id}")
    @Operation(summary = "Give it up")
    public Uni<Response> delete(String dead_letter_id) {
        return endpoints.delete((unit, ifMatch) -> letters.remove(unit, dead_letter_id)
                .invoke(attempts -> ETags.requireMatch(ifMatch, attempts))
                .replaceWith(Answer.empty()));
    }
}
