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

/** Takes files of the lists that classification stands on; each becomes a job. */
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
public final class ReferenceImportResource {
    private final ReferenceUploads uploads;

    @Inject
    ReferenceImportResource(ReferenceUploads uploads) {
        this.uploads = uploads;
    }

    @POST
    @Path("unspsc")
    @Operation(
            summary = "Import UNSPSC codes from a CSV file, as a job",
            description = "Columns code and title, or Code, Segment, Family, Class, Commodity, Title, Definition; a"
                    + " column title_ar, title_es and so on holds titles of that language. The parent of a code must"
                    + " be there or in the file. full=true: what the file lacks becomes deleted.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReferenceForm.class)))
    public Uni<Response> unspsc(MultipartFormDataInput input) throws IOException {
        return uploads.start("import.unspsc", input);
    }

    @POST
    @Path("etim")
    @Operation(
            summary = "Import an ETIM release, as a job",
            description = "A ZIP of the release's CSV files, or one of them; each is known by its header. A new version"
                    + " of a class is added beside the old one.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReferenceForm.class)))
    public Uni<Response> etim(MultipartFormDataInput input) throws IOException {
        return uploads.start("import.etim", input);
    }

    @POST
    @Path("examples")
    @Operation(
            summary = "Import names of which the code is known, as a job",
            description = "Columns text, code, and where known system, title, weight; or those of the O*NET tool"
                    + " names. A commodity that is not listed is added as provisional, with the codes above it.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReferenceForm.class)))
    public Uni<Response> examples(MultipartFormDataInput input) throws IOException {
        return uploads.start("import.examples", input);
    }

    @POST
    @Path("cpv-mapping")
    @Operation(
            summary = "Import what UNSPSC codes the codes of the CPV stand for, as a job",
            description = "Columns cpv_code, unspsc_code, weight from 0 to 1, and source: curated or proposed.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReferenceForm.class)))
    public Uni<Response> cpvMapping(MultipartFormDataInput input) throws IOException {
        return uploads.start("import.cpv-mapping", input);
    }
}
