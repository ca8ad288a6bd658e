package org.quartermaster.equipment.telemetry;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.rest.BodyLimit;
import org.quartermaster.platform.security.Roles;

/** Batches of samples of one machine. */
@Path("/api/v1/equipment/{equipment_id}/telemetry/batch")
@Tag(name = "telemetry")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public final class MachineBatchResource {
    private final BatchCall batch;

    @Inject
    MachineBatchResource(BatchCall batch) {
        this.batch = batch;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Take samples of one machine: JSON, NDJSON or CSV, in any order and any number of times")
    @APIResponse(
            responseCode = "200",
            description = "What became of the samples",
            content = @Content(schema = @Schema(implementation = BatchAnswer.class)))
    @BodyLimit(value = 64, json = 8)
    public Response take(String equipment_id, InputStream body) {
        return batch.run(equipment_id, body);
    }
}
