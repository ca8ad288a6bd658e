package org.quartermaster.catalog.product;

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

/** Articles. */
@Path("/api/v1/products")
@Tag(name = "products")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class ProductResource {
    private final Call call;
    private final Endpoints endpoints;
    private final ProductList list;
    private final ProductHistory history;
    private final ProductService service;
    private final Idempotency idempotency;

    @Inject
    ProductResource(
            Call call,
            Endpoints endpoints,
            ProductList list,
            ProductHistory history,
            ProductService service,
            Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.history = history;
        this.service = service;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(
            summary = "Articles by filter, the oldest first unless sorted otherwise",
            description = "A category includes those below it, and a UNSPSC code its sub-tree.")
    public Uni<RestResponse<CatalogPage<ProductView>>> find() {
        return endpoints.list(ProductView.class, list::find, CatalogPage::of);
    }

    @GET
    @Path("{product_id}")
    @Operation(
            summary = "One article",
            description = "410 for a deleted one; include adds its stock and what it was classified as.")
    @APIResponseSchema(ProductView.class)
    public Uni<Response> get(String product_id) {
        return endpoints.get((caller, query) -> list.get(caller, product_id, query));
    }

    @GET
    @Path("by-sku/{sku}")
    @Operation(summary = "The article of a SKU, in whatever letter case")
    @APIResponseSchema(ProductView.class)
    public Uni<Response> bySku(String sku) {
        return endpoints.get((caller, query) -> list.bySku(caller, sku, query));
    }

    @GET
    @Path("{product_id}/history")
    @Operation(summary = "What was done to an article, the latest first")
    public Uni<RestResponse<CatalogPage<ProductHistory.Entry>>> history(String product_id) {
        return endpoints.list(
                ProductHistory.Entry.class,
                (caller, query) -> history.find(caller, product_id, query),
                CatalogPage::of);
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(
            summary = "Add an article; SKU and name are enough",
            description = "A slug that is not given is made of the name.")
    @APIResponseSchema(value = ProductView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var product = new Product();
        ProductFields.apply(call.json(body, Fields.Nulls.IGNORED), Saving.WHOLE, product);
        return idempotency.once(call, body, unit -> service.create(unit, product));
    }

    @PUT
    @Path("{product_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(
            summary = "Change an article as a whole",
            description = "What is not given is as it is for a new article; the slug stays. Needs If-Match or version.")
    @APIResponseSchema(ProductView.class)
    public Uni<Response> put(String product_id, byte[] body) {
        var id = LiveProduct.id(product_id);
        return endpoints.put(body, (unit, ifMatch, fields) -> service.update(unit, id, ifMatch, fields, Saving.WHOLE));
    }

    @PATCH
    @Path("{product_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(
            summary = "Change the given fields; null clears a field (JSON Merge Patch)",
            description = "Needs If-Match or version.")
    @APIResponseSchema(ProductView.class)
    public Uni<Response> patch(String product_id, byte[] body) {
        var id = LiveProduct.id(product_id);
        return endpoints.patch(body, (unit, ifMatch, fields) -> service.update(unit, id, ifMatch, fields, Saving.PART));
    }

    @DELETE
    @Path("{product_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Delete an article; its prices, stock and history stay")
    public Uni<Response> delete(String product_id) {
        var id = LiveProduct.id(product_id);
        return endpoints.delete((unit, ifMatch) -> service.delete(unit, id, ifMatch));
    }

    @POST
    @Path("{product_id}/restore")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Bring a deleted article back")
    @APIResponseSchema(ProductView.class)
    public Uni<Response> restore(String product_id, byte[] body) {
        var id = LiveProduct.id(product_id);
        call.json(body, Fields.Nulls.IGNORED).checkStrictly();
        return idempotency.once(call, body, unit -> service.restore(unit, id));
    }
}
