package org.quartermaster.procurement.entity;

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
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Kinds of buyers and suppliers. */
@Path(Categories.PATH)
@Tag(name = "entities")
@Produces(MediaType.APPLICATION_JSON)
public final class CategoryResource {
    private final Call call;
    private final Endpoints endpoints;
    private final Idempotency idempotency;
    private final Categories categories;

    @Inject
    CategoryResource(Call call, Endpoints endpoints, Idempotency idempotency, Categories categories) {
        this.call = call;
        this.endpoints = endpoints;
        this.idempotency = idempotency;
        this.categories = categories;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Kinds of buyers and suppliers, by name")
    public Uni<RestResponse<Page<CategoryView>>> find() {
        return endpoints.list(CategoryView.class, categories::find);
    }

    @GET
    @Path("{category_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One kind of buyers and suppliers")
    @APIResponseSchema(CategoryView.class)
    public Uni<Response> get(String category_id) {
        return endpoints.get(
                caller -> categories.get(caller, EntityList.id(category_id)).map(Answer::ok));
    }

    @POST
    @RolesAllowed(Roles.DATA_ADMIN)
    @Operation(summary = "Add a kind of buyers and suppliers")
    @APIResponseSchema(value = CategoryView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var given = Categories.Given.read(call.json(body, Fields.Nulls.IGNORED));
        return idempotency.onceGlobal(call, body, unit -> categories.create(unit, given));
    }

    @PATCH
    @Path("{category_id}")
    @RolesAllowed(Roles.DATA_ADMIN)
    @Operation(summary = "Change the given fields; null clears a field (JSON Merge Patch)")
    @APIResponseSchema(CategoryView.class)
    public Uni<Response> patch(String category_id, byte[] body) {
        return endpoints.patchGlobal(
                body,
                (unit, ifMatch, fields) ->
                        categories.update(unit, category_id, ifMatch, Categories.Given.read(fields)));
    }

    @DELETE
    @Path("{category_id}")
    @RolesAllowed(Roles.DATA_ADMIN)
    @Operation(summary = "Delete a kind; those below it and its entities stay, without it")
    public Uni<Response> delete(String category_id) {
        var id = EntityList.id(category_id);
        return endpoints.deleteGlobal((unit, ifMatch) -> categories.delete(unit, id, ifMatch));
    }
}
