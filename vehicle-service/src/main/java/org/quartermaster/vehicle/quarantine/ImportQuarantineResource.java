package org.quartermaster.vehicle.quarantine;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** The records of an import that could not be used. */
@Path("/api/v1/imports/{import_id}/quarantine")
@Tag(name = "imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DATA_ADMIN)
public final class ImportQuarantineResource {
    private final Call call;
    private final Endpoints endpoints;
    private final QuarantineList list;
    private final ReplayKind replays;
    private final Idempotency idempotency;

    @Inject
    ImportQuarantineResource(
            Call call, Endpoints endpoints, QuarantineList list, ReplayKind replays, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.replays = replays;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "The records of an import that could not be used")
    public Uni<RestResponse<Page<QuarantineView>>> find(String import_id) {
        var run = QuarantineList.run(import_id);
        return endpoints.list(QuarantineView.class, (caller, query) -> list.find(caller, run, query));
    }

    @POST
    @Path("replay")
    @Operation(summary = "Apply all open records of an import that can be used now, as a job")
    @APIResponse(
            responseCode = "202",
            description = "The job was queued; Location names it",
            content = @Content(schema = @Schema(implementation = Jobs.JobAccepted.class)))
    public Uni<Response> replay(String import_id, byte[] body) {
        var run = QuarantineList.run(import_id);
        call.json(body, Fields.Nulls.IGNORED).checkStrictly();
        return idempotency.onceGlobal(
                call, body, unit -> replays.order(unit, run).map(Jobs::accepted));
    }
}
