package org.quartermaster.procurement.billing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;

/** Where the provider of payments tells what happened. */
@Path("/api/v1/billing/webhook")
@Tag(name = "billing")
@Produces(MediaType.APPLICATION_JSON)
public final class WebhookResource {
    private final Call call;
    private final Webhooks webhooks;

    @Inject
    WebhookResource(Call call, Webhooks webhooks) {
        this.call = call;
        this.webhooks = webhooks;
    }

    /** What became of an event. */
    record Received(boolean received, String status) {}

    /** Whether events are taken. */
    record WebhookHealth(String status) {}

    @POST
    @PermitAll
    @Operation(summary = "An event of the provider, signed over its body (Stripe-Signature)")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponseSchema(Received.class)
    public Uni<Response> receive(byte[] body) {
        var signature = call.header("Stripe-Signature");
        call.query().checkQuery();
        return webhooks.receive(body, signature)
                .map(status -> new Answer(200, new Received(true, status), null, null).response());
    }

    @GET
    @Path("health")
    @PermitAll
    @Operation(summary = "Whether events of the provider are taken")
    @APIResponseSchema(WebhookHealth.class)
    public Response health() {
        call.query().checkQuery();
        if (!webhooks.isReady()) {
            throw Problem.unavailable();
        }
        return new Answer(200, new WebhookHealth("ok"), null, null).response();
    }
}
