package org.quartermaster.catalog.safetyreference;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** Kinds of protective equipment. */
@Path("/api/v1/safety/ppe-types")
@Tag(name = "safety")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class PpeTypeResource {
    private final Call call;
    private final Endpoints endpoints;
    private final Idempotency idempotency;
    private final SafetyLists lists;
    private final SafetyRows rows;

    @Inject
    PpeTypeResource(Call call, Endpoints endpoints, Idempotency idempotency, SafetyLists lists, SafetyRows rows) {
        this.call = call;
        this.endpoints = endpoints;
        this.idempotency = idempotency;
        this.lists = lists;
        this.rows = rows;
    }

    @GET
    @Operation(summary = "Kinds of protective equipment")
    public Uni<RestResponse<Page<PpeTypeView>>> find() {
        return endpoints.list(PpeTypeView.class, lists::ppeTypes);
    }

    @GET
    @Path("{code}")
    @Operation(summary = "One kind of protective equipment")
    @APIResponseSchema(PpeTypeView.class)
    public Uni<Response> get(String code) {
        return endpoints.get(
                caller -> lists.one(caller, PpeTypeInput.LIST, code).map(Answer::ok));
    }

    @POST
    @RolesAllowed(Roles.DATA_ADMIN)
    @Operation(summary = "Add a kind of protective equipment, for all tenants")
    @APIResponseSchema(value = PpeTypeView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var row = PpeTypeInput.read(call.json(body, Fields.Nulls.IGNORED));
        return idempotency.onceGlobal(call, body, unit -> rows.create(unit, PpeTypeInput.LIST, null, row));
    }

    @PUT
    @Path("{code}")
    @RolesAllowed(Roles.DATA_ADMIN)
    @Operation(summary = "Change a kind of protective equipment as a whole")
    @APIResponseSchema(PpeTypeView.class)
    public Uni<Response> put(String code, byte[] body) {
        return endpoints.putGlobal(
                body,
                (unit, ifMatch, fields) ->
                        rows.update(unit, PpeTypeInput.LIST, Place.ofAll(code, ifMatch), PpeTypeInput.read(fields)));
    }

    @DELETE
    @Path("{code}")
    @RolesAllowed(Roles.DATA_ADMIN)
    @Operation(summary = "Delete a kind of protective equipment that nothing cites")
    public Uni<Response> delete(String code) {
        return endpoints.deleteGlobal(
                (unit, ifMatch) -> rows.delete(unit, PpeTypeInput.LIST, Place.ofAll(code, ifMatch)));
    }
}
