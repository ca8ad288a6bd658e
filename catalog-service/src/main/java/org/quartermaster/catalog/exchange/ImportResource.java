package org.quartermaster.catalog.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.jboss.resteasy.reactive.server.multipart.FileItem;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.quartermaster.catalog.reference.FormFile;
import org.quartermaster.platform.job.JobConfig;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.rest.BodyLimit;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;

/** Takes files of a tenant's own data; each becomes a job. */
@Path("/api/v1/imports/products")
@Tag(name = "imports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.MULTIPART_FORM_DATA)
@RolesAllowed(Roles.MANAGER)
public final class ImportResource {
    private final Call call;
    private final Jobs jobs;

    @Inject
    ImportResource(Call call, Jobs jobs) {
        this.call = call;
        this.jobs = jobs;
    }

    /** A form with a file and how it is to be imported. */
    @Schema(name = "ImportForm")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Form(
            @Schema(implementation = String.class, format = "binary", required = true)
            FileItem file,

            Boolean dryRun,
            Boolean atomic) {}

    @POST
    @Blocking
    @Operation(
            summary = "Import articles from a CSV file, as a job",
            description = "The column sku is the key, in any case of letters. A column that the file lacks, or a cell"
                    + " that is empty, leaves its field as it is.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Form.class)))
    @APIResponse(
            responseCode = "202",
            description = "The job that imports the file; Location names it",
            content = @Content(schema = @Schema(implementation = Jobs.JobAccepted.class)))
    @BodyLimit(property = JobConfig.MAX_INPUT)
    public Uni<Response> products(MultipartFormDataInput input) throws IOException {
        call.query().checkQuery();
        var form = FormFile.read(input, ImportSettings::read);
        try (var body = form.open()) {
            return jobs.submit(call, ProductImport.NAME, form.options().parameters(), body);
        }
    }
}
