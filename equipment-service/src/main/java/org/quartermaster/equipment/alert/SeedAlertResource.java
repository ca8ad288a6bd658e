package org.quartermaster.equipment.alert;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.security.Roles;

/** Alerts where the seed's clients look for them. */
@Path("/api/v1/equipment/alerts")
@Tag(name = "alerts")
@Produces(MediaType.APPLICATION_JSON)
public final class SeedAlertResource {
    private final Endpoints endpoints;
    private final AlertList list;

    @Inject
    SeedAlertResource(Endpoints endpoints, AlertList list) {
        this.endpoints = endpoints;
        this.list = list;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Alerts of all machines by filter, the most urgent first")
    public Uni<RestResponse<AlertPage>> findOfAllMachines() {
        return endpoints.list(AlertView.class, list::find, AlertPage::of);
    }
}
