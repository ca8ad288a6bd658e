package org.quartermaster.catalog.inventory;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.catalog.row.CatalogPage;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;

/** How much of each product lies where. */
@Path("/api/v1/inventory")
@Tag(name = "stock")
@Produces(MediaType.APPLICATION_JSON)
public final class InventoryResource {
    private final Call call;
    private final Endpoints endpoints;
    private final InventoryList list;
    private final StockCheck check;

    @Inject
    InventoryResource(Call call, Endpoints endpoints, InventoryList list, StockCheck check) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.check = check;
    }

    private static long id(String text) {
        return Ids.number(text).orElseThrow(() -> Problem.of(InventoryList.NOT_FOUND));
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Stock by product and warehouse")
    public Uni<RestResponse<CatalogPage<InventoryView>>> find() {
        return endpoints.list(InventoryView.class, list::find, CatalogPage::of);
    }

    @GET
    @Path("alerts")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Stock that runs low, the latest first")
    public Uni<RestResponse<CatalogPage<InventoryView>>> low() {
        return endpoints.list(InventoryView.class, list::low, CatalogPage::of);
    }

    @GET
    @Path("verify")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Hold the stock against its movements and reservations")
    public Uni<StockVerdict> verify() {
        call.query().checkQuery();
        return check.verify(call.caller());
    }

    @GET
    @Path("{product_id}/{warehouse_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Stock of one product in one warehouse")
    @APIResponseSchema(InventoryView.class)
    public Uni<Response> get(String product_id, String warehouse_id) {
        return endpoints.get(
                caller -> list.get(caller, id(product_id), id(warehouse_id)).map(Answer::ok));
    }

    @PUT
    @Path("{product_id}/{warehouse_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(
            summary = "Say from when on and from whom to reorder, what is on its way, and where it lies",
            description = "What is left out stays as it is; null clears. How much there is changes by movements alone.")
    @APIResponseSchema(InventoryView.class)
    @APIResponse(
            responseCode = "201",
            description = "The product had no stock there yet",
            content = @Content(schema = @Schema(implementation = InventoryView.class)))
    public Uni<Response> put(String product_id, String warehouse_id, byte[] body) {
        var place = new Place(id(product_id), id(warehouse_id));
        return endpoints.patch(body, (unit, ifMatch, fields) -> InventoryService.set(unit, place, ifMatch, fields));
    }
}
