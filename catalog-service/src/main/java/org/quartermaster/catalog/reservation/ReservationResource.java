package org.quartermaster.catalog.reservation;

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
import org.quartermaster.catalog.row.CatalogPage;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Stock that is held for somebody. */
@Path("/api/v1/reservations")
@Tag(name = "reservations")
@Produces(MediaType.APPLICATION_JSON)
public final class ReservationResource {
    private final Call call;
    private final Endpoints endpoints;
    private final ReservationList list;
    private final ReservationService service;
    private final Idempotency idempotency;

    @Inject
    ReservationResource(
            Call call, Endpoints endpoints, ReservationList list, ReservationService service, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.service = service;
        this.idempotency = idempotency;
    }

    private static long id(String text) {
        return Ids.number(text).orElseThrow(() -> Problem.of(ReservationTable.NOT_FOUND));
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Reservations, the newest first unless sorted otherwise")
    public Uni<RestResponse<CatalogPage<ReservationView>>> find() {
        return endpoints.list(ReservationView.class, list::find, CatalogPage::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One reservation")
    @APIResponseSchema(ReservationView.class)
    public Uni<Response> get(String id) {
        var number = id(id);
        return endpoints.get(caller -> list.get(caller, number).map(Answer::ok));
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Hold stock, all lines or none",
            description = "A line without warehouse is filled from the warehouse with the lowest priority number on.")
    @APIResponseSchema(value = ReservationView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var order = ReservationFields.read(call.caller(), call.json(body, Fields.Nulls.IGNORED));
        return Idempotency.key(call, body) == null
                ? service.create(order).map(Answer::response)
                : idempotency.once(call, body, unit -> service.create(unit, order));
    }

    @POST
    @Path("{id}/commit")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Take what is held; again changes nothing")
    @APIResponseSchema(ReservationView.class)
    public Uni<Response> commit(String id, byte[] body) {
        return end(id, body, ReservationState.COMMITTED);
    }

    @POST
    @Path("{id}/release")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Give back what is held; again changes nothing")
    @APIResponseSchema(ReservationView.class)
    public Uni<Response> release(String id, byte[] body) {
        return end(id, body, ReservationState.RELEASED);
    }

    private Uni<Response> end(String id, byte[] body, ReservationState state) {
        call.json(body, Fields.Nulls.IGNORED).checkStrictly();
        var number = id(id);
        return idempotency.once(call, body, unit -> service.end(unit, number, state));
    }

    @POST
    @Path("{id}/extend")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Hold it for so long from now on")
    @APIResponseSchema(ReservationView.class)
    public Uni<Response> extend(String id, byte[] body) {
        var until = ReservationFields.extension(call.json(body, Fields.Nulls.IGNORED));
        var number = id(id);
        return idempotency.once(call, body, unit -> service.extend(unit, number, until));
    }
}
