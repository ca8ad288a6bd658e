package org.quartermaster.vehicle.imports;

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
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.problem.Messages;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.BodyLimit;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.platform.spool.ContentEncoding;

/** Takes files of auction feeds and shows what became of them. */
@Path("/api/v1/imports")
@Tag(name = "imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DATA_ADMIN)
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
    @Consumes({"text/csv", "application/csv", "text/plain", "application/gzip", MediaType.APPLICATION_OCTET_STREAM})
    @BodyLimit(property = ImportConfig.MAX_UNPACKED)
    @Operation(
            summary = "Import a file of an auction feed, as a job",
            description = "The body is the file, plain or as gzip. mode=partial never concludes that lots are gone;"
                    + " dry_run=true reports what would happen. X-Content-SHA256, of the unpacked bytes, is checked.")
    @APIResponse(
            responseCode = "202",
            description = "The import was queued, or runs already; Location names its job",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same bytes were loaded before; nothing was written",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Uni<Response> start(InputStream body) throws SQLException {
        var settings = ImportSettings.read(call);
        return take(settings, body);
    }

    @POST
    @Blocking
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @BodyLimit(property = ImportConfig.MAX_UNPACKED)
    @Operation(
            summary = "Import a file of an auction feed from a form, as a job",
            description = "As with the file for a body; its field is called file.")
    @APIResponse(
            responseCode = "202",
            description = "The import was queued, or runs already; Location names its job",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Uni<Response> startForm(@RestForm("file") FileUpload file) throws SQLException, IOException {
        var settings = ImportSettings.read(call);
        if (file == null) {
            throw Problem.invalid("file", "missing");
        }
        try (var body = Files.newInputStream(file.uploadedFile())) {
            return take(settings, body);
        }
    }

    private Uni<Response> take(ImportSettings settings, InputStream body) throws SQLException {
        ContentEncoding.require(call);
        var caller = call.caller();
        var entry = intake.take(caller, settings, body);
        return imports.get(caller, entry.id().toString()).map(view -> answer(entry, view));
    }

    static Response answer(ImportRegistry.Entry entry, ImportView view) {
        return entry.isLoaded()
                ? Answer.ok(view.asDuplicate()).response()
                : new Answer(202, entry.isNew() ? view : view.asDuplicate(), "/api/v1/jobs/" + entry.id(), null)
                        .response();
    }

    @GET
    @Operation(summary = "Imports, newest first")
    public Uni<RestResponse<Page<ImportView>>> find() {
        return endpoints.list(ImportView.class, imports::find);
    }

    @GET
    @Path("{import_id}")
    @Operation(summary = "One import with its counts, gate and header")
    @APIResponseSchema(ImportView.class)
    public Uni<Response> get(String import_id) {
        return endpoints.get(caller -> imports.get(caller, import_id).map(Answer::ok));
    }

    @GET
    @Path("{import_id}/rows")
    @Operation(
            summary = "The records of an import that are not ok",
            description =
                    "With verdict or code those asked for, also of the records that are ok as far as they are kept:"
                            + " the new and the changed ones.")
    public Uni<RestResponse<Page<RecordView>>> rows(String import_id) {
        return endpoints.list(
                RecordView.class,
                (caller, query) ->
                        imports.rows(caller, import_id, query, Messages.language(call.header("Accept-Language"))));
    }
}
