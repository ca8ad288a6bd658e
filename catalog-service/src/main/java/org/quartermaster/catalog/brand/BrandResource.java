package org.quartermaster.catalog.brand;

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

/** Brands. */
@Path("/api/v1/brands")
@Tag(name = "brands")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class BrandResource {
    private final Call call;
    private final Endpoints endpoints;
    private final Brands brands;
    private final Idempotency idempotency;

    @Inject
    BrandResource(Call call, Endpoints endpoints, Brands brands, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.brands = brands;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "Brands, by name unless sorted otherwise")
    public Uni<RestResponse<CatalogPage<BrandView>>> find() {
        return endpoints.list(BrandView.class, brands::find, CatalogPage::of);
    }

    @GET
    @Path("{brand_id}")
    @Operation(summary = "One brand")
    @APIResponseSchema(BrandView.class)
    public Uni<Response> get(String brand_id) {
        return endpoints.get(caller -> brands.get(caller, brand_id));
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Add a brand")
    @APIResponseSchema(value = BrandView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var brand = new Brand();
        BrandFields.apply(call.json(body, Fields.Nulls.IGNORED), Saving.WHOLE, brand);
        return idempotency.once(call, body, unit -> brands.create(unit, brand));
    }

    @PUT
    @Path("{brand_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Change a brand as a whole")
    @APIResponseSchema(BrandView.class)
    public Uni<Response> put(String brand_id, byte[] body) {
        return endpoints.put(
                body, (unit, ifMatch, fields) -> brands.update(unit, brand_id, ifMatch, fields, Saving.WHOLE));
    }

    @PATCH
    @Path("{brand_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Change the given fields; null clears a field (JSON Merge Patch)")
    @APIResponseSchema(BrandView.class)
    public Uni<Response> patch(String brand_id, byte[] body) {
        return endpoints.patch(
                body, (unit, ifMatch, fields) -> brands.update(unit, brand_id, ifMatch, fields, Saving.PART));
    }

    @DELETE
    @Path("{brand_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Delete a brand that nothing needs")
    public Uni<Response> delete(String brand_id) {
        return endpoints.delete((unit, ifMatch) -> brands.delete(unit, brand_id, ifMatch));
    }
}
