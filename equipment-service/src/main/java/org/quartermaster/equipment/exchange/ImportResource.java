package org.quartermaster.equipment.exchange;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
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
import org.quartermaster.platform.job.JobConfig;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.rest.BodyLimit;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;

/** Takes files of machines. */
@Path("/api/v1/equipment")
@Tag(name = "equipment")
@Produces(MediaType.APPLICATION_JSON)
public final class ImportResource {
    private final Call call;
    private final Jobs jobs;

    @Inject
    ImportResource(Call call, Jobs jobs) {
        this.call = call;
        this.jobs = jobs;
    }

    @POST
    @Path("import")
    @Blocking
    @RolesAllowed(Roles.MANAGER)
    @Consumes({"text/csv", "application/csv", "text/plain", MediaType.APPLICATION_OCTET_STREAM})
    @Operation(
            summary = "Import machines from a CSV file, as a job",
            description = "mode=create (every row is a new machine) or upsert (by equipment_id, else serial_number);"
                    + " dry_run=true writes nothing; on_error=stop writes nothing when a row is wrong, skip writes the"
                    + " others. UTF-8, comma or semicolon, decimal point. An empty cell leaves a value, \\\\N clears it."
                    + " Gzip is understood (Content-Encoding).")
    @APIResponse(
            responseCode = "202",
            description = "The job that imports the file; Location names it",
            content = @Content(schema = @Schema(implementation = Jobs.JobAccepted.class)))
    @BodyLimit(property = JobConfig.MAX_INPUT)
    public Uni<Response> start(InputStream body) {
        var query = call.query();
        var settings = ImportSettings.read(query);
        query.checkQuery();
        return jobs.submit(call, ImportKind.NAME, settings.parameters(), body);
    }
}
