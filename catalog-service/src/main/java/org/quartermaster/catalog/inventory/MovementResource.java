package org.quartermaster.catalog.inventory;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** What made the stock as it is. */
@Path("/api/v1/stock-movements")
@Tag(name = "stock")
@Produces(MediaType.APPLICATION_JSON)
public final class MovementResource {
    private final Call call;
    private final Endpoints endpoints;
    private final MovementList list;
    private final MovementService service;
    private final Idempotency idempotency;

    @Inject
    MovementResource(
            Call call, Endpoints endpoints, MovementList list, MovementService service, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.service = service;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Movements, the latest first")
    public Uni<RestResponse<CatalogPage<MovementView>>> find() {
        return endpoints.list(MovementView.class, list::find, CatalogPage::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One movement")
    @APIResponseSchema(MovementView.class)
    public Uni<Response> get(String id) {
        var number = Ids.number(id).orElseThrow(() -> Problem.of(InventoryList.NOT_FOUND));
        return endpoints.get(caller -> list.get(caller, number).map(Answer::ok));
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Book a receipt, an issue or an adjustment",
            description = "An issue or a negative adjustment leaves what is reserved.")
    @APIResponseSchema(value = MovementView.class, responseCode = "201")
    public Uni<Response> book(byte[] body) {
        var order = MovementOrder.read(call.json(body, Fields.Nulls.IGNORED));
        return idempotency.once(call, body, unit -> service.book(unit, order));
    }
}
