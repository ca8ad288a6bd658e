package org.quartermaster.vehicle.conflict;

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
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.security.Roles;

/** VINs in feeds that something is wrong with. */
@Path("/api/v1/vin-conflicts")
@Tag(name = "conflicts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DATA_ADMIN)
public final class VinConflictResource {
    private final Endpoints endpoints;
    private final ConflictList list;

    @Inject
    VinConflictResource(Endpoints endpoints, ConflictList list) {
        this.endpoints = endpoints;
        this.list = list;
    }

    @GET
    @Operation(summary = "VINs in feeds that something is wrong with, newest first")
    public Uni<RestResponse<Page<VinConflictView>>> find() {
        return endpoints.list(VinConflictView.class, list::ofVins);
    }
}
