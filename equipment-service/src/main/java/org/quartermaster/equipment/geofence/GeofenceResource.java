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
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.list.Links;
import org.quartermaster.platform.list.Page;
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
    private final GeofenceList list;
    private final GeofenceService service;
    private final Idempotency idempotency;
    private final Writes writes;

    @Inject
    GeofenceResource(Call call, GeofenceList list, GeofenceService service, Idempotency idempotency, Writes writes) {
        this.call = call;
        this.list = list;
        this.service = service;
        this.idempotency = idempotency;
        this.writes = writes;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Zones, the oldest first")
    @APIResponseSchema(GeofencePage.class)
    public Uni<Response> find() {
        return list.find(call.caller(), call.query())
                .map(page ->
                        linked(page, new GeofencePage(page.items(), page.total(), page.totalExact(), page.next())));
    }

    @GET
    @Path("{zone_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One zone")
    @APIResponseSchema(GeofenceView.class)
    public Uni<Response> get(String zone_id) {
        call.query().checkQuery();
        var known = call.header("If-None-Match");
        return list.get(call.caller(), zone_id)
                .map(view -> Answer.ok(view, view.tag()).unlessKnown(known));
    }

    @GET
    @Path("{zone_id}/equipment")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "The machines in a zone and since when, the latest first")
    @APIResponseSchema(PresencePage.class)
    public Uni<Response> inside(String zone_id) {
        return list.inside(call.caller(), zone_id, call.query())
                .map(page ->
                        linked(page, new PresencePage(page.items(), page.total(), page.totalExact(), page.next())));
    }

    @GET
    @Path("{zone_id}/events")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Which machines entered and left a zone, the latest first")
    @APIResponseSchema(CrossingPage.class)
    public Uni<Response> crossings(String zone_id) {
        return list.crossings(call.caller(), zone_id, call.query())
                .map(page ->
                        linked(page, new CrossingPage(page.items(), page.total(), page.totalExact(), page.next())));
    }

    private Response linked(Page<?> page, Object body) {
        return Response.ok(body).header("Link", Links.of(call, page)).build();
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
        var fields = call.json(body, Fields.Nulls.CLEAR);
        var ifMatch = call.header("If-Match");
        return writes.write(call.caller(), unit -> service.update(unit, zone_id, ifMatch, fields))
                .map(Answer::response);
    }

    @DELETE
    @Path("{zone_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Delete a zone; its alerts are resolved")
    public Uni<Response> delete(String zone_id) {
        call.query().checkQuery();
        var ifMatch = call.header("If-Match");
        return writes.write(call.caller(), unit -> service.delete(unit, zone_id, ifMatch))
                .map(Answer::response);
    }
}
