package org.quartermaster.equipment.fault;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.security.Roles;

/** Fault reports, and what becomes of them. */
@Path("/api/v1/fault-reports")
@Tag(name = "faults")
@Produces(MediaType.APPLICATION_JSON)
public final class FaultReportResource {
    private final Endpoints endpoints;
    private final FaultList list;
    private final FaultService faults;

    @Inject
    FaultReportResource(Endpoints endpoints, FaultList list, FaultService faults) {
        this.endpoints = endpoints;
        this.list = list;
        this.faults = faults;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Fault reports by filter, the newest first unless sorted otherwise")
    public Uni<RestResponse<Page<FaultView>>> find() {
        return endpoints.list(FaultView.class, list::find);
    }

    @GET
    @Path("{fault_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One fault report")
    @APIResponseSchema(FaultView.class)
    public Uni<Response> get(String fault_id) {
        return endpoints.get(caller -> list.get(caller, fault_id).map(Answer::ok));
    }

    @PATCH
    @Path("{fault_id}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Move a fault on, or note something (JSON Merge Patch)",
            description = "The status goes open, acknowledged, in_progress, resolved, closed; steps may be left out,"
                    + " none goes back. Resolving the fault resolves its alert.")
    @APIResponseSchema(FaultView.class)
    public Uni<Response> patch(String fault_id, byte[] body) {
        return endpoints.patch(body, (unit, ifMatch, fields) -> faults.update(unit, fault_id, ifMatch, fields));
    }
}
