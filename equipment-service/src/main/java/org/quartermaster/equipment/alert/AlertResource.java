package org.quartermaster.equipment.alert;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Alerts, and what people do with them. */
@Path("/api/v1/alerts")
@Tag(name = "alerts")
@Produces(MediaType.APPLICATION_JSON)
public final class AlertResource {
    private static final int NOTE = 2_000;

    private final Call call;
    private final Endpoints endpoints;
    private final AlertList list;
    private final AlertService service;
    private final Idempotency idempotency;

    @Inject
    AlertResource(Call call, Endpoints endpoints, AlertList list, AlertService service, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.service = service;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Alerts by filter, the most urgent first")
    public Uni<RestResponse<AlertPage>> find() {
        return endpoints.list(AlertView.class, list::find, AlertPage::of);
    }

    @GET
    @Path("{alert_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One alert with its log")
    @APIResponseSchema(AlertDetail.class)
    public Uni<Response> get(String alert_id) {
        return endpoints.get(caller -> list.get(caller, alert_id).map(Answer::ok));
    }

    @POST
    @Path("{alert_id}/acknowledge")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Say that somebody sees to it")
    @APIResponseSchema(AlertView.class)
    public Uni<Response> acknowledge(String alert_id, byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        var note = fields.text("note", 0, NOTE).value();
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> service.acknowledge(unit, alert_id, note));
    }

    @POST
    @Path("{alert_id}/snooze")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Put it off until a time, or for some hours")
    @APIResponseSchema(AlertView.class)
    public Uni<Response> snooze(String alert_id, byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        var until = Snooze.read(fields);
        var note = fields.text("note", 0, NOTE).value();
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> service.snooze(unit, alert_id, until, note));
    }

    @POST
    @Path("{alert_id}/resolve")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Close it as done, skipped or a false alarm")
    @APIResponseSchema(AlertView.class)
    public Uni<Response> resolve(String alert_id, byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("reason");
        var reason = fields.word("reason", ResolveReason.class).value();
        var note = fields.text("note", 0, NOTE).value();
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> service.resolve(unit, alert_id, reason, note));
    }
}
