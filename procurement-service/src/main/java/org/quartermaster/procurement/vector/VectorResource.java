package org.quartermaster.procurement.vector;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.operator.Operators;

/** The type of the stored vectors, for the operator. */
@Path("/api/v1/admin/vectors/convert")
@Tag(name = "administration")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public final class VectorResource {
    private final Call call;
    private final Operators operators;
    private final SystemWrites writes;
    private final Jobs jobs;
    private final ObjectMapper json;

    @Inject
    VectorResource(Call call, Operators operators, SystemWrites writes, Jobs jobs, ObjectMapper json) {
        this.call = call;
        this.operators = operators;
        this.writes = writes;
        this.jobs = jobs;
        this.json = json;
    }

    @POST
    @Blocking
    @Operation(
            summary = "Convert the stored vectors to pgvector's type, as a job",
            description = "Where the server has the extension; its result says whether. Repeatable.")
    @APIResponseSchema(value = Jobs.JobAccepted.class, responseCode = "202")
    public Response convert() throws SQLException {
        call.query().checkQuery();
        var caller = call.caller();
        Awaiting.result(() -> operators.require(caller));
        var id = Ids.next("job");
        writes.<Void, SQLException>write(caller, unit -> {
            jobs.queue(unit.connection(), caller, id, VectorConversionKind.NAME, json.createObjectNode());
            return null;
        });
        jobs.ring();
        return Jobs.accepted(id).response();
    }
}
