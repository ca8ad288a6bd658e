package org.quartermaster.procurement.alert;

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

/** Alerts and their versions. */
@Path("/api/v1/alerts")
@Tag(name = "alerts")
@Produces(MediaType.APPLICATION_JSON)
public final class AlertResource {
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
    @Operation(
            summary = "One's own alerts, the newest first",
            description = "Managers see those of the whole organization.")
    public Uni<RestResponse<Page<AlertView>>> find() {
        return endpoints.list(AlertView.class, list::find);
    }

    @GET
    @Path("{alert_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One alert")
    @APIResponseSchema(AlertView.class)
    public Uni<Response> get(String alert_id) {
        return endpoints.get(caller -> list.get(caller, alert_id).map(Answer::ok));
    }

    @GET
    @Path("{alert_id}/versions")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "The criteria that an alert has and had, the newest first")
    public Uni<RestResponse<Page<AlertVersionView>>> versions(String alert_id) {
        return endpoints.list(AlertVersionView.class, (caller, query) -> list.versions(caller, alert_id, query));
    }

    @POST
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            summary = "Make an alert",
            description = "It looks at what comes from now on, and at the changes of the last days where"
                    + " backfill_days is given.")
    @APIResponseSchema(value = AlertView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("name", "criteria");
        var alert = new Alert();
        var past = AlertFields.apply(fields, alert);
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> service.create(unit, alert, past));
    }

    @PATCH
    @Path("{alert_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            summary = "Change the given fields; null clears a field (JSON Merge Patch)",
            description = "Other criteria make a new version. A paused alert collects nothing; catch_up gives it, when"
                    + " it is resumed, what came meanwhile.")
    @APIResponseSchema(AlertView.class)
    public Uni<Response> patch(String alert_id, byte[] body) {
        return endpoints.patch(body, (unit, ifMatch, fields) -> service.update(unit, alert_id, ifMatch, fields));
    }

    @DELETE
    @Path("{alert_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Delete an alert with its matches and notices")
    public Uni<Response> delete(String alert_id) {
        return endpoints.delete((unit, ifMatch) -> service.delete(unit, alert_id, ifMatch));
    }
}
