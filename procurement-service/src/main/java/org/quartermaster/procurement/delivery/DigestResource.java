package org.quartermaster.procurement.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.alert.Frequency;
import org.quartermaster.procurement.operator.Operators;

/** Digests, as the operator handles them. */
@Path("/api/v1/admin/digests")
@Tag(name = "administration")
@Produces(MediaType.APPLICATION_JSON)
public final class DigestResource {
    private final Call call;
    private final Operators operators;
    private final Writes writes;
    private final Jobs jobs;

    @Inject
    DigestResource(Call call, Operators operators, Writes writes, Jobs jobs) {
        this.call = call;
        this.operators = operators;
        this.writes = writes;
        this.jobs = jobs;
    }

    @POST
    @Path("run")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Send now what waits for the digests of a rhythm, of all organizations")
    @APIResponseSchema(value = Jobs.JobAccepted.class, responseCode = "202")
    public Uni<Response> run(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("frequency");
        var frequency = fields.word("frequency", Frequency.class).value();
        if (frequency == Frequency.INSTANT) {
            fields.error("frequency", "not_a_digest");
        }
        fields.checkStrictly();
        var parameters = JsonNodeFactory.instance.objectNode().put("frequency", Words.of(frequency));
        return writes.write(
                        call.caller(),
                        unit -> operators.require(unit).chain(() -> jobs.queue(unit, DigestKind.NAME, parameters)))
                .map(id -> Jobs.accepted(id).response());
    }
}
