package org.quartermaster.catalog.stats;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;

/** Where a catalogue stands, in numbers. */
@Path("/api/v1/stats")
@Tag(name = "stats")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class StatsResource {
    private final Call call;
    private final Stats stats;

    @Inject
    StatsResource(Call call, Stats stats) {
        this.call = call;
        this.stats = stats;
    }

    @GET
    @Operation(summary = "Products by state, shares priced, classified and in stock, low stock, quotations, RFP lines")
    public Uni<StatsView> get() {
        call.query().checkQuery();
        return stats.of(call.caller());
    }
}
