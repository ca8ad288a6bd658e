package org.quartermaster.catalog.supplier;

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
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Suppliers. */
@Path("/api/v1/suppliers")
@Tag(name = "suppliers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class SupplierResource {
    private final Call call;
    private final Endpoints endpoints;
    private final Suppliers suppliers;
    private final Idempotency idempotency;

    @Inject
    SupplierResource(Call call, Endpoints endpoints, Suppliers suppliers, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.suppliers = suppliers;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "Suppliers, by name unless sorted otherwise")
    public Uni<RestResponse<CatalogPage<SupplierView>>> find() {
        return endpoints.list(SupplierView.class, suppliers::find, CatalogPage::of);
    }

    @GET
    @Path("{supplier_id}")
    @Operation(summary = "One supplier")
    @APIResponseSchema(SupplierView.class)
    public Uni<Response> get(String supplier_id) {
        return endpoints.get(caller -> suppliers.get(caller, supplier_id));
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Add a supplier")
    @APIResponseSchema(value = SupplierView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var supplier = new Supplier();
        SupplierFields.apply(call.json(body, Fields.Nulls.IGNORED), Saving.WHOLE, supplier);
        return idempotency.once(call, body, unit -> suppliers.create(unit, supplier));
    }

    @PUT
    @Path("{supplier_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Change a supplier as a whole")
    @APIResponseSchema(SupplierView.class)
    public Uni<Response> put(String supplier_id, byte[] body) {
        return endpoints.put(
                body, (unit, ifMatch, fields) -> suppliers.update(unit, supplier_id, ifMatch, fields, Saving.WHOLE));
    }

    @PATCH
    @Path("{supplier_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Change the given fields; null clears a field (JSON Merge Patch)")
    @APIResponseSchema(SupplierView.class)
    public Uni<Response> patch(String supplier_id, byte[] body) {
        return endpoints.patch(
                body, (unit, ifMatch, fields) -> suppliers.update(unit, supplier_id, ifMatch, fields, Saving.PART));
    }

    @DELETE
    @Path("{supplier_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Delete a supplier that nothing needs")
    public Uni<Response> delete(String supplier_id) {
        return endpoints.delete((unit, ifMatch) -> suppliers.delete(unit, supplier_id, ifMatch));
    }
}
