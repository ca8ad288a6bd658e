package org.quartermaster.catalog.pricing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** The prices of many lines at once. */
@Path("/api/v1/prices/resolve")
@Tag(name = "prices")
@Produces(MediaType.APPLICATION_JSON)
public final class PriceBatchResource {
    private static final int MAX_LINES = 1_000;

    private final Call call;
    private final Prices prices;

    @Inject
    PriceBatchResource(Call call, Prices prices) {
        this.call = call;
        this.prices = prices;
    }

    @POST
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "The prices of many lines, in their order, each with the steps that led to it")
    public Uni<ResolvedPrices> resolve(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("lines");
        var lines = fields.items("lines", MAX_LINES).stream()
                .map(AskedPriceFields::readLine)
                .toList();
        fields.checkStrictly();
        return prices.resolve(call.caller(), lines, i -> "lines[" + i + "].").map(ResolvedPrices::new);
    }
}
