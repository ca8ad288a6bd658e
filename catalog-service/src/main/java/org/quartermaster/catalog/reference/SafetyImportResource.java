package org.quartermaster.catalog.reference;

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
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.quartermaster.platform.job.JobConfig;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.rest.BodyLimit;
import org.quartermaster.platform.security.Roles;

/** Takes files of the lists that safety advice rests on; each becomes a job. */
@Path("/api/v1/imports")
@Tag(name = "imports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.MULTIPART_FORM_DATA)
@Blocking
@BodyLimit(property = JobConfig.MAX_INPUT)
@APIResponse(
        responseCode = "202",
        description = ReferenceUploads.ACCEPTED,
        content = @Content(schema = @Schema(implementation = Jobs.JobAccepted.class)))
@RolesAllowed(Roles.DATA_ADMIN)
public final class SafetyImportResource {
    private static final String FULL = " full=true: what the file lacks and nothing cites is deleted.";

    private final ReferenceUploads uploads;

    @Inject
    SafetyImportResource(ReferenceUploads uploads) {
        this.uploads = uploads;
    }

    @POST
    @Path("osha")
    @Operation(
            summary = "Import sections of 29 CFR from a CSV file, as a job",
            description = "Columns cfr, title, ecfr_url, and where known subpart and industry." + FULL)
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReferenceForm.class)))
    public Uni<Response> osha(MultipartFormDataInput input) throws IOException {
        return uploads.start("import.osha", input);
    }

    @POST
    @Path("ansi")
    @Operation(
            summary = "Import designations of consensus standards, as a job",
            description =
                    "Columns designation, family, edition, status, title, body, standard_type, and where known cited_by"
                            + " and note. A family has one current edition." + FULL)
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReferenceForm.class)))
    public Uni<Response> ansi(MultipartFormDataInput input) throws IOException {
        return uploads.start("import.ansi", input);
    }

    @POST
    @Path("ppe-types")
    @Operation(
            summary = "Import kinds of protective equipment, as a job",
            description =
                    "Columns ppe_code, name, and where known unspsc_code, etim_class, osha_sections (with semicolons"
                            + " between them) and consensus_family." + FULL)
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReferenceForm.class)))
    public Uni<Response> ppeTypes(MultipartFormDataInput input) throws IOException {
        return uploads.start("import.ppe-types", input);
    }

    @POST
    @Path("safety-tasks")
    @Operation(
            summary = "Import tasks for all tenants, as a job",
            description = "A row for each hazard of a task. Columns task_id, task_name, hazard_code, severity_1_5,"
                    + " likelihood_1_5, and where known synonyms, maintenance_type, osha_sections, mandatory_ppe,"
                    + " recommended_ppe and tool_etim_classes, with semicolons between their parts. full=true: what"
                    + " the file lacks is deleted.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReferenceForm.class)))
    public Uni<Response> tasks(MultipartFormDataInput input) throws IOException {
        return uploads.start("import.safety-tasks", input);
    }
}
