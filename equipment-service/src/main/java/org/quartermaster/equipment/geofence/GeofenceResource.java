package org.quartermaster.equipment.geofence;

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

/** Zones. */
@Path("/api/v1/geofences")
@Tag(name = "geofences")
@Produces(MediaType.APPLICATION_JSON)
public final class GeofenceResource {
    private final Call call;
    private final Endpoints endpoints;
    private final GeofenceList list;
    private final GeofenceService service;
    private final Idempotency idempotency;

    @Inject
    GeofenceResource(
            Call call, Endpoints endpoints, GeofenceList list, GeofenceService service, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.service = service;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Zones, the oldest first")
    public Uni<RestResponse<Page<GeofenceView>>> find() {
        return endpoints.list(GeofenceView.class, list::find);
    }

    @GET
    @Path("{zone_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One zone")
    @APIResponseSchema(GeofenceView.class)
    public Uni<Response> get(String zone_id) {
        return endpoints.get(caller -> list.get(caller, zone_id).map(Answer::ok));
    }

    @GET
    @Path("{zone_id}/equipment")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "The machines in a zone and since when, the latest first")
    public Uni<RestResponse<Page<PresenceView>>> inside(String zone_id) {
        return endpoints.list(PresenceView.class, (caller, query) -> list.inside(caller, zone_id, query));
    }

    @GET
    @Path("{zone_id}/events")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Which machines entered and left a zone, the latest first")
    public Uni<RestResponse<Page<GeofenceCrossing>>> crossings(String zone_id) {
        return endpoints.list(GeofenceCrossing.class, (caller, query) -> list.crossings(caller, zone_id, query));
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Draw a zone: a circle or a polygon")
    @APIResponseSchema(value = GeofenceView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("name", "shape");
        var zone = new Geofence();
        GeofenceFields.apply(fields, zone);
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> service.create(unit, zone));
    }

    @PATCH
    @Path("{zone_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Change the given fields; null clears a field (JSON Merge Patch)")
    @APIResponseSchema(GeofenceView.class)
    public Uni<Response> patch(String zone_id, byte[] body) {
        return endpoints.patch(body, (unit, ifMatch, fields) -> service.update(unit, zone_id, ifMatch, fields));
    }

    @DELETE
    @Path("{zone_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Delete a zone; its alerts are resolved")
    public Uni<Response> delete(String zone_id) {
        return endpoints.delete((unit, ifMatch) -> service.delete(unit, zone_id, ifMatch));
    }
}
