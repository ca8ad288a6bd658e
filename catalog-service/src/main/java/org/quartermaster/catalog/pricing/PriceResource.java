package org.quartermaster.catalog.pricing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.security.Roles;

/** What a product costs whom. */
@Path("/api/v1/products/{product_id}/price")
@Tag(name = "prices")
@Produces(MediaType.APPLICATION_JSON)
public final class PriceResource {
    private final Endpoints endpoints;
    private final Prices prices;

    @Inject
    PriceResource(Endpoints endpoints, Prices prices) {
        this.endpoints = endpoints;
        this.prices = prices;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            summary = "The price of a quantity of a product, with each step that led to it",
            description = "Without a row that holds the price is missing, with the reason; it is never made up.")
    @APIResponseSchema(ResolvedPrice.class)
    public Uni<Response> get(long product_id) {
        return endpoints.get((caller, query) -> {
            var line = AskedPriceFields.read(query, product_id);
            query.checkQuery();
            return prices.one(caller, line).map(price -> new Answer(200, price, null, null));
        });
    }
}
