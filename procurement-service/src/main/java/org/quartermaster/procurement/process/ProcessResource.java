package org.quartermaster.procurement.process;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Contracting processes as they were made of releases. */
@Path("/api/v1/ocds/processes")
@Tag(name = "ocds")
@Produces(MediaType.APPLICATION_JSON)
public final class ProcessResource {
    private final Call call;
    private final Endpoints endpoints;
    private final ProcessList processes;
    private final ProcessJoin join;

    @Inject
    ProcessResource(Call call, Endpoints endpoints, ProcessList processes, ProcessJoin join) {
        this.call = call;
        this.join = join;
        this.endpoints = endpoints;
        this.processes = processes;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            summary = "Processes by ocid",
            description =
                    "welded=true finds those whose ocid several buyers use; compile_state=conflict those of which a"
                            + " release was left out.")
    public Uni<RestResponse<Page<ProcessView>>> find() {
        return endpoints.list(ProcessView.class, processes::find);
    }

    @POST
    @Path("{process_id}/join")
    @Blocking
    @RolesAllowed(Roles.DATA_ADMIN)
    @Operation(
            summary = "Join a process with another one of the same ocid",
            description = "Their buyers are one from now on, whatever is loaded later. The later tender is deleted.")
    @APIResponseSchema(ProcessView.class)
    public ProcessView join(String process_id, byte[] body) throws SQLException {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("with");
        var other = fields.uuid("with");
        fields.checkStrictly();
        var one = Ids.parse(process_id).orElseThrow(() -> Problem.of(ProcessJoin.NOT_FOUND));
        return join.join(call.caller(), one, other.value());
    }
}
