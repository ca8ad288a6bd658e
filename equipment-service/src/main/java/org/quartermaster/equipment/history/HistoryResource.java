package org.quartermaster.equipment.history;

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

/** Who changed what of a machine. */
@Path("/api/v1/equipment/{equipment_id}/history")
@Tag(name = "equipment")
@Produces(MediaType.APPLICATION_JSON)
public final class HistoryResource {
    private final Endpoints endpoints;
    private final HistoryList list;

    @Inject
    HistoryResource(Endpoints endpoints, HistoryList list) {
        this.endpoints = endpoints;
        this.list = list;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Changes of a machine, its plans, alerts, records and meters, the newest first")
    public Uni<RestResponse<Page<HistoryEntry>>> changes(String equipment_id) {
        return endpoints.list(HistoryEntry.class, (caller, query) -> list.find(caller, equipment_id, query));
    }
}
