package org.quartermaster.procurement.process;

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

/** Contracting processes as they were made of releases. */
@Path("/api/v1/ocds/processes")
@Tag(name = "ocds")
@Produces(MediaType.APPLICATION_JSON)
public final class ProcessResource {
    private final Endpoints endpoints;
    private final ProcessList processes;

    @Inject
    ProcessResource(Endpoints endpoints, ProcessList processes) {
        this.endpoints = endpoints;
        this.processes = processes;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            summary = "Processes by ocid",
            description = "welded=true finds those whose ocid several buyers use; compile_state=conflict those of which a"
                    + " release was left out.")
    public Uni<RestResponse<Page<ProcessView>>> find() {
        return endpoints.list(ProcessView.class, processes::find);
    }
}
