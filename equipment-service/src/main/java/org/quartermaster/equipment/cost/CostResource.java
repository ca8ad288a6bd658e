package org.quartermaster.equipment.cost;

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

/** What a machine has cost. */
@Path("/api/v1/equipment/{equipment_id}/cost")
@Tag(name = "equipment")
@Produces(MediaType.APPLICATION_JSON)
public final class CostResource {
    private final Call call;
    private final CostQuery costs;

    @Inject
    CostResource(Call call, CostQuery costs) {
        this.call = call;
        this.costs = costs;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "What a machine has cost, per currency, and what an hour of it costs")
    public Uni<CostReport> report(String equipment_id) {
        return costs.report(call.caller(), equipment_id, call.query());
    }
}
