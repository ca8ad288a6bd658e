package org.quartermaster.catalog.warehouse;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.quartermaster.catalog.row.CatalogPage;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Warehouses. */
@Path("/api/v1/warehouses")
@Tag(name = "warehouses")
@Produces(MediaType.APPLICATION_JSON)
public final class WarehouseResource {
    private final Call call;
    private final Endpoints endpoints;
    private final WarehouseList list;
    private final WarehouseService service;
    private final Idempotency idempotency;

    @Inject
    WarehouseResource(
            Call call, Endpoints endpoints, WarehouseList list, WarehouseService service, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.service = service;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Warehouses, in the order in which reservations are filled unless sorted otherwise")
    public Uni<RestResponse<CatalogPage<WarehouseView>>> find() {
        return endpoints.list(WarehouseView.class, list::find, CatalogPage::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One warehouse")
    @APIResponseSchema(WarehouseView.class)
    public Uni<Response> get(String id) {
        return endpoints.get(caller -> list.get(caller, id).map(Answer::ok));
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Open a warehouse")
    @APIResponseSchema(value = WarehouseView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("code", "name");
        var warehouse = new Warehouse();
        WarehouseFields.apply(fields, warehouse);
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> service.create(unit, warehouse));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Say what a warehouse is; what is left out stays")
    @APIResponseSchema(WarehouseView.class)
    public Uni<Response> put(String id, byte[] body) {
        return endpoints.put(body, (unit, ifMatch, fields) -> {
            fields.require("code", "name");
            return service.update(unit, id, ifMatch, fields);
        });
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Change the given fields; null clears a field (JSON Merge Patch)")
    @APIResponseSchema(WarehouseView.class)
    public Uni<Response> patch(String id, byte[] body) {
        return endpoints.patch(body, (unit, ifMatch, fields) -> {
            fields.require("code", "name", "priority", "is_active");
            return service.update(unit, id, ifMatch, fields);
        });
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Delete a warehouse in which stock never lay")
    public Uni<Response> delete(String id) {
        return endpoints.delete((unit, ifMatch) -> service.delete(unit, id, ifMatch));
    }
}
