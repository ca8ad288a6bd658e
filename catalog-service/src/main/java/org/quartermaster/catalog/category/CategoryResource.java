package org.quartermaster.catalog.category;

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

/** Categories. */
@Path("/api/v1/categories")
@Tag(name = "categories")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class CategoryResource {
    private final Call call;
    private final Endpoints endpoints;
    private final Categories categories;
    private final Idempotency idempotency;

    @Inject
    CategoryResource(Call call, Endpoints endpoints, Categories categories, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.categories = categories;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "Categories, by name unless sorted otherwise")
    public Uni<RestResponse<CatalogPage<CategoryView>>> find() {
        return endpoints.list(CategoryView.class, categories::find, CatalogPage::of);
    }

    @GET
    @Path("tree")
    @Operation(summary = "The categories below each other, by position and name")
    @APIResponseSchema(CategoryTree.class)
    public Uni<Response> tree() {
        return endpoints.get(caller -> categories.tree(caller));
    }

    @POST
    @Path("{category_id}/move")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Put a category, with what is below it, elsewhere in the tree")
    @APIResponseSchema(CategoryView.class)
    public Uni<Response> move(String category_id, byte[] body) {
        var fields = call.json(body, Fields.Nulls.CLEAR);
        var ifMatch = call.header("If-Match");
        return idempotency.once(call, body, unit -> categories.move(unit, category_id, ifMatch, fields));
    }

    @GET
    @Path("{category_id}")
    @Operation(summary = "One category")
    @APIResponseSchema(CategoryView.class)
    public Uni<Response> get(String category_id) {
        return endpoints.get(caller -> categories.get(caller, category_id));
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Add a category")
    @APIResponseSchema(value = CategoryView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var category = new Category();
        CategoryFields.apply(call.json(body, Fields.Nulls.IGNORED), Saving.WHOLE, category);
        return idempotency.once(call, body, unit -> categories.create(unit, category));
    }

    @PUT
    @Path("{category_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Change a category as a whole")
    @APIResponseSchema(CategoryView.class)
    public Uni<Response> put(String category_id, byte[] body) {
        return endpoints.put(
                body, (unit, ifMatch, fields) -> categories.update(unit, category_id, ifMatch, fields, Saving.WHOLE));
    }

    @PATCH
    @Path("{category_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Change the given fields; null clears a field (JSON Merge Patch)")
    @APIResponseSchema(CategoryView.class)
    public Uni<Response> patch(String category_id, byte[] body) {
        return endpoints.patch(
                body, (unit, ifMatch, fields) -> categories.update(unit, category_id, ifMatch, fields, Saving.PART));
    }

    @DELETE
    @Path("{category_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Delete a category that nothing needs")
    public Uni<Response> delete(String category_id) {
        return endpoints.delete((unit, ifMatch) -> categories.delete(unit, category_id, ifMatch));
    }
}
