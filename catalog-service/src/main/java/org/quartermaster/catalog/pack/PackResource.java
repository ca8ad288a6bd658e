package org.quartermaster.catalog.pack;

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
import org.quartermaster.catalog.row.CatalogPage;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Packs of articles. */
@Path("/api/v1/products/{product_id}/packs")
@Tag(name = "products")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class PackResource {
    private final Call call;
    private final Endpoints endpoints;
    private final Packs packs;
    private final Idempotency idempotency;

    @Inject
    PackResource(Call call, Endpoints endpoints, Packs packs, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.packs = packs;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "The packs of an article")
    public Uni<RestResponse<CatalogPage<PackView>>> find(String product_id) {
        return endpoints.list(
                PackView.class, (caller, query) -> packs.find(caller, product_id, query), CatalogPage::of);
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Add a pack")
    @APIResponseSchema(value = PackView.class, responseCode = "201")
    public Uni<Response> create(String product_id, byte[] body) {
        var pack = new Pack();
        Packs.apply(call.json(body, Fields.Nulls.IGNORED), pack);
        return idempotency.once(call, body, unit -> packs.create(unit, product_id, pack));
    }

    @PUT
    @Path("{pack_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Change a pack as a whole")
    @APIResponseSchema(PackView.class)
    public Uni<Response> put(String product_id, String pack_id, byte[] body) {
        return endpoints.put(body, (unit, ifMatch, fields) -> packs.update(unit, product_id, pack_id, ifMatch, fields));
    }

    @DELETE
    @Path("{pack_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Delete a pack")
    public Uni<Response> delete(String product_id, String pack_id) {
        return endpoints.delete((unit, ifMatch) -> packs.delete(unit, product_id, pack_id, ifMatch));
    }
}
