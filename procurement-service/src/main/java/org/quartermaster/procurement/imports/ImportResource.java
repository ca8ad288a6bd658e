package org.quartermaster.procurement.imports;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.quartermaster.platform.job.Jobs.JobAccepted;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.BodyLimit;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.platform.spool.ContentEncoding;

/** Takes OCDS files and shows what became of them. */
@Path("/api/v1/ocds/imports")
@Tag(name = "ocds")
@Produces(MediaType.APPLICATION_JSON)
public final class ImportResource {
    private final Call call;
    private final Endpoints endpoints;
    private final Intake intake;
    private final ImportList imports;

    @Inject
    ImportResource(Call call, Endpoints endpoints, Intake intake, ImportList imports) {
        this.call = call;
        this.endpoints = endpoints;
        this.intake = intake;
        this.imports = imports;
    }

    @POST
    @Blocking
    @RolesAllowed(Roles.DATA_ADMIN)
    @Consumes({
        MediaType.APPLICATION_JSON,
        "application/x-ndjson",
        "application/jsonl",
        "application/gzip",
        MediaType.APPLICATION_OCTET_STREAM
    })
    @BodyLimit(property = ImportConfig.MAX_UNPACKED)
    @Operation(
            summary = "Import a file of OCDS releases, as a job",
            description = "The body is a release or record package, a bare release or record, an array of them, or JSON"
                    + " lines, plain or as gzip. The source is made when it is new. mode=strict rejects releases with an"
                    + " error of the schema; events=none tells of no single tender. A charset of Content-Type other than"
                    + " UTF-8 is respected. 409 while the same file is being imported.")
    @APIResponseSchema(value = JobAccepted.class, responseCode = "202")
    public Response start(InputStream body) throws Exception {
        return take(ImportSettings.read(call), body);
    }

    @POST
    @Blocking
    @RolesAllowed(Roles.DATA_ADMIN)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @BodyLimit(property = ImportConfig.MAX_UNPACKED)
    @Operation(
            summary = "Import a file of OCDS releases from a form, as a job",
            description = "As with the file for a body; its field is called file.")
    @APIResponseSchema(value = JobAccepted.class, responseCode = "202")
    public Response startForm(@RestForm("file") FileUpload file) throws Exception {
        var settings = ImportSettings.read(call);
        if (file == null) {
            throw Problem.invalid("file", "missing");
        }
        try (var body = Files.newInputStream(file.uploadedFile())) {
            return take(settings, body);
        }
    }

    private Response take(ImportSettings settings, InputStream body) throws Exception {
        ContentEncoding.require(call);
        return intake.take(call, settings, body).response();
    }

    @GET
    @Path("{job_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One import with its counts")
    @APIResponseSchema(ImportView.class)
    public Uni<Response> get(String job_id) {
        return endpoints.get(caller -> imports.get(caller, job_id).map(Answer::ok));
    }

    @GET
    @Path("{job_id}/issues")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "What an import found wrong, each with its place")
    public Uni<RestResponse<Page<IssueView>>> issues(String job_id) {
        return endpoints.list(IssueView.class, (caller, query) -> imports.issues(caller, job_id, query));
    }
}
