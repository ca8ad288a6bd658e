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
import org.quartermaster.catalog.row.RowChanges;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** What protective equipment has to bear by its standard. */
@Path("/api/v1/safety/equipment-specifications")
@Tag(name = "safety")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class EquipmentSpecificationResource {
    private final Call call;
    private final Endpoints endpoints;
    private final Idempotency idempotency;
    private final SafetyLists lists;
    private final SafetyRows rows;

    @Inject
    EquipmentSpecificationResource(
            Call call, Endpoints endpoints, Idempotency idempotency, SafetyLists lists, SafetyRows rows) {
        this.call = call;
        this.endpoints = endpoints;
        this.idempotency = idempotency;
        this.lists = lists;
        this.rows = rows;
    }

    @GET
    @Operation(summary = "What protective equipment has to bear by its standard")
    public Uni<RestResponse<Page<EquipmentSpecificationView>>> find() {
        return endpoints.list(EquipmentSpecificationView.class, lists::specifications);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One specification of equipment")
    @APIResponseSchema(EquipmentSpecificationView.class)
    public Uni<Response> get(String id) {
        return endpoints.get(
                caller -> lists.one(caller, EquipmentSpecificationInput.LIST, RowChanges.id(id, SafetyList.NOT_FOUND))
                        .map(Answer::ok));
    }

    @POST
    @RolesAllowed(Roles.DATA_ADMIN)
    @Operation(summary = "Add a specification of equipment, for all tenants")
    @APIResponseSchema(value = EquipmentSpecificationView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var row = EquipmentSpecificationInput.read(call.json(body, Fields.Nulls.IGNORED));
        return idempotency.onceGlobal(
                call, body, unit -> rows.create(unit, EquipmentSpecificationInput.LIST, null, row));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.DATA_ADMIN)
    @Operation(summary = "Change a specification of equipment as a whole")
    @APIResponseSchema(EquipmentSpecificationView.class)
    public Uni<Response> put(String id, byte[] body) {
        return endpoints.putGlobal(
                body,
                (unit, ifMatch, fields) -> rows.update(
                        unit,
                        EquipmentSpecificationInput.LIST,
                        Place.ofAll(RowChanges.id(id, SafetyList.NOT_FOUND), ifMatch),
                        EquipmentSpecificationInput.read(fields)));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.DATA_ADMIN)
    @Operation(summary = "Delete a specification of equipment that nothing cites")
    public Uni<Response> delete(String id) {
        return endpoints.deleteGlobal((unit, ifMatch) -> rows.delete(
                unit, EquipmentSpecificationInput.LIST, Place.ofAll(RowChanges.id(id, SafetyList.NOT_FOUND), ifMatch)));
    }
}
