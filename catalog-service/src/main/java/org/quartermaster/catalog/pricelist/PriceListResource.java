package org.quartermaster.catalog.pricelist;

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
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Price lists. */
@Path("/api/v1/price-lists")
@Tag(name = "price-lists")
@Produces(MediaType.APPLICATION_JSON)
public final class PriceListResource {
    private final Call call;
    private final Endpoints endpoints;
    private final PriceListTable table;
    private final PriceLists lists;
    private final Idempotency idempotency;

    @Inject
    PriceListResource(Call call, Endpoints endpoints, PriceListTable table, PriceLists lists, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.table = table;
        this.lists = lists;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Price lists, by their codes")
    public Uni<RestResponse<Page<PriceListView>>> find() {
        return endpoints.list(PriceListView.class, table::find);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One price list")
    @APIResponseSchema(PriceListView.class)
    public Uni<Response> get(long id) {
        return endpoints.get(caller -> table.get(caller, id).map(Answer::ok));
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Make a price list")
    @APIResponseSchema(value = PriceListView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("code", "name", "currency");
        var list = new PriceList();
        list.apply(fields);
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> lists.create(unit, list));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Replace a price list")
    @APIResponseSchema(PriceListView.class)
    public Uni<Response> put(long id, byte[] body) {
        return endpoints.put(body, (unit, ifMatch, fields) -> lists.put(unit, id, ifMatch, fields));
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Change the given fields (JSON Merge Patch)")
    @APIResponseSchema(PriceListView.class)
    public Uni<Response> patch(long id, byte[] body) {
        return endpoints.patch(body, (unit, ifMatch, fields) -> lists.patch(unit, id, ifMatch, fields));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Delete a price list that nothing uses")
    public Uni<Response> delete(long id) {
        return endpoints.delete((unit, ifMatch) -> lists.delete(unit, id, ifMatch));
    }
}
