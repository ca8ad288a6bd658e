package org.quartermaster.equipment.availability;

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

/** How far a machine could be used. */
@Path("/api/v1/equipment/{equipment_id}/availability")
@Tag(name = "equipment")
@Produces(MediaType.APPLICATION_JSON)
public final class AvailabilityResource {
    private final Call call;
    private final AvailabilityQuery availability;

    @Inject
    AvailabilityResource(Call call, AvailabilityQuery availability) {
        this.call = call;
        this.availability = availability;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Uptime, downtime and failures of a machine in a span, from its status history")
    public Uni<Availability> find(String equipment_id) {
        return availability.find(call.caller(), equipment_id, call.query());
    }
}
