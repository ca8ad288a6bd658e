package org.quartermaster.equipment.alert;

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
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;

/** Alerts where the seed's clients look for them. */
@Path("/api/v1/equipment/alerts")
@Tag(name = "alerts")
@Produces(MediaType.APPLICATION_JSON)
public final class SeedAlertResource {
    private final Call call;
    private final AlertList list;

    @Inject
    SeedAlertResource(Call call, AlertList list) {
        this.call = call;
        this.list = list;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Alerts of all machines by filter, the most urgent first")
    @APIResponseSchema(AlertPage.class)
    public Uni<Response> findOfAllMachines() {
        return list.find(call);
    }
}
