package org.quartermaster.procurement.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Endpoints that get the events of an organization. */
@Path("/api/v1/webhooks")
@Tag(name = "webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public final class WebhookResource {
    private final Call call;
    private final Endpoints endpoints;
    private final WebhookList list;
    private final Webhooks webhooks;
    private final WebhookQueue queue;
    private final Idempotency idempotency;

    @Inject
    WebhookResource(
            Call call,
            Endpoints endpoints,
            WebhookList list,
            Webhooks webhooks,
            WebhookQueue queue,
            Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.webhooks = webhooks;
        this.queue = queue;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "The endpoints of the organization, the newest first")
    public Uni<RestResponse<Page<WebhookView>>> find() {
        return endpoints.list(WebhookView.class, list::find);
    }

    @GET
    @Path("{webhook_id}")
    @Operation(summary = "One endpoint, without its secret")
    @APIResponseSchema(WebhookView.class)
    public Uni<Response> get(String webhook_id) {
        return endpoints.get(caller -> list.get(caller, webhook_id).map(Answer::ok));
    }

    @POST
    @Operation(
            summary = "Add an endpoint",
            description = "Requests are signed after Standard Webhooks; the secret is in this answer alone.")
    @APIResponseSchema(value = WebhookView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("url", "event_types");
        var input = webhooks.input(fields);
        fields.checkStrictly();
        var secret = WebhookSecret.random();
        return once(body, secret, (unit, made) -> webhooks.create(unit, input, made));
    }

    /** NB: an answer that is repeated for its Idempotency-Key was kept without the secret, and is no view any more. */
    private Uni<Response> once(
            byte[] body, WebhookSecret secret, BiFunction<UnitOfWork, WebhookSecret, Uni<Answer>> work) {
        return idempotency
                .once(call.caller(), Idempotency.key(call, body), unit -> work.apply(unit, secret))
                .map(answer -> answer.body() instanceof WebhookView view
                        ? new Answer(answer.status(), view.with(secret), answer.location(), answer.tag())
                        : answer)
                .map(Answer::response);
    }

    @PATCH
    @Path("{webhook_id}")
    @Operation(summary = "Change an endpoint, or let it get events again")
    @APIResponseSchema(WebhookView.class)
    public Uni<Response> patch(String webhook_id, byte[] body) {
        return endpoints.patch(body, (unit, ifMatch, fields) -> webhooks.update(unit, webhook_id, ifMatch, fields));
    }

    @DELETE
    @Path("{webhook_id}")
    @Operation(summary = "Remove an endpoint with all that waits for it")
    public Uni<Response> delete(String webhook_id) {
        return endpoints.delete((unit, ifMatch) -> webhooks.delete(unit, webhook_id, ifMatch));
    }

    @POST
    @Path("{webhook_id}/rotate")
    @Operation(
            summary = "Give an endpoint a new secret",
            description = "For 24 hours the one before signs too; the new one is in this answer alone.")
    @APIResponseSchema(WebhookView.class)
    public Uni<Response> rotate(String webhook_id, byte[] body) {
        call.json(body, Fields.Nulls.IGNORED).checkStrictly();
        return once(body, WebhookSecret.random(), (unit, made) -> webhooks.rotate(unit, webhook_id, made));
    }

    @POST
    @Path("{webhook_id}/test")
    @Operation(summary = "Send an event of type webhook.test")
    @APIResponseSchema(value = WebhookQueue.Queued.class, responseCode = "202")
    public Uni<Response> test(String webhook_id, byte[] body) {
        call.json(body, Fields.Nulls.IGNORED).checkStrictly();
        return idempotency.once(call, body, unit -> queue.test(unit, webhook_id));
    }

    @GET
    @Path("{webhook_id}/attempts")
    @Operation(summary = "What was tried with an endpoint, the latest first")
    public Uni<RestResponse<Page<AttemptView>>> attempts(String webhook_id) {
        return endpoints.list(AttemptView.class, (caller, query) -> list.attempts(caller, webhook_id, query));
    }

    @POST
    @Path("{webhook_id}/attempts/{attempt_id}/retry")
    @Operation(summary = "Send the event of an attempt once more, with the same id")
    @APIResponseSchema(value = WebhookQueue.Queued.class, responseCode = "202")
    public Uni<Response> retry(String webhook_id, String attempt_id, byte[] body) {
        call.json(body, Fields.Nulls.IGNORED).checkStrictly();
        return idempotency.once(call, body, unit -> queue.retry(unit, webhook_id, attempt_id));
    }
}
