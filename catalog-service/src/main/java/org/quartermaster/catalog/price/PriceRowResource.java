package org.quartermaster.catalog.price;

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
import org.quartermaster.catalog.price.PriceBook.Place;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** The prices of a product, row by row and as ladders. */
@Path("/api/v1/products/{product_id}/prices")
@Tag(name = "prices")
@Produces(MediaType.APPLICATION_JSON)
public final class PriceRowResource {
    private final Call call;
    private final Endpoints endpoints;
    private final PriceRows rows;
    private final PriceBook book;
    private final Ladders ladders;
    private final Idempotency idempotency;

    @Inject
    PriceRowResource(
            Call call, Endpoints endpoints, PriceRows rows, PriceBook book, Ladders ladders, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.rows = rows;
        this.book = book;
        this.ladders = ladders;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Prices of a product, by their bounds; known_at shows those that were known then")
    public Uni<RestResponse<Page<PriceView>>> find(long product_id) {
        return endpoints.list(PriceView.class, (caller, query) -> rows.find(caller, product_id, query));
    }

    @GET
    @Path("{price_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One price, also one that was superseded")
    @APIResponseSchema(PriceView.class)
    public Uni<Response> get(long product_id, long price_id) {
        return endpoints.get(
                caller -> rows.get(caller, new Place(product_id, price_id)).map(view -> Answer.ok(view, view.tag())));
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Write a price; an overlap with another one is refused with its price_id")
    @APIResponseSchema(value = PriceView.class, responseCode = "201")
    public Uni<Response> create(long product_id, byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("amount");
        var price = new Price();
        PriceFields.apply(fields, price);
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> book.create(unit, product_id, price));
    }

    @PUT
    @Path("{price_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Supersede a price by a new row with the given fields; null clears a field")
    @APIResponseSchema(PriceView.class)
    public Uni<Response> put(long product_id, long price_id, byte[] body) {
        return endpoints.patch(
                body, (unit, ifMatch, fields) -> book.replace(unit, new Place(product_id, price_id), ifMatch, fields));
    }

    @DELETE
    @Path("{price_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Supersede a price by nothing; it stays for those who ask what was known")
    public Uni<Response> delete(long product_id, long price_id) {
        return endpoints.delete((unit, ifMatch) -> book.delete(unit, new Place(product_id, price_id), ifMatch));
    }

    @PUT
    @Path("ladder")
    @RolesAllowed(Roles.MANAGER)
    @Operation(
            summary = "Replace the ladder of one scope as a whole",
            description = "It takes the place of the ladder with the same effective_from, or without that of the one"
                    + " that holds now; an overlap with any other is refused with its price_id.")
    @APIResponseSchema(LadderView.class)
    public Uni<Response> putLadder(long product_id, byte[] body) {
        return endpoints.put(body, (unit, ifMatch, fields) -> ladders.put(unit, product_id, LadderInput.read(fields)));
    }
}
