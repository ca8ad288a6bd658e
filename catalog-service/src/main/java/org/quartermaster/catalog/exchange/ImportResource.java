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

/** Takes files of a tenant's own data, as CSV or XLSX; each becomes a job. */
@Path("/api/v1/imports")
@Tag(name = "imports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.MULTIPART_FORM_DATA)
@Blocking
@BodyLimit(property = JobConfig.MAX_INPUT)
@APIResponse(
        responseCode = "202",
        description = ImportResource.ACCEPTED,
        content = @Content(schema = @Schema(implementation = Jobs.JobAccepted.class)))
@RolesAllowed(Roles.MANAGER)
public final class ImportResource {
    static final String ACCEPTED = "The job that imports the file; Location names it";

    private final Call call;
    private final Jobs jobs;
    private final ImportMappings mappings;

    @Inject
    ImportResource(Call call, Jobs jobs, ImportMappings mappings) {
        this.call = call;
        this.jobs = jobs;
        this.mappings = mappings;
    }

    /** A form with a file and how it is to be imported. */
    @Schema(name = "ImportForm")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Form(
            @Schema(implementation = String.class, format = "binary", required = true)
            FileItem file,

            Boolean dryRun,
            Boolean atomic,
            Boolean trusted,
            String encoding,
            String mapping,
            Long mappingId) {}

    @POST
    @Path("products")
    @Operation(
            summary = "Import articles from a file, as a job",
            description = "The column sku is the key, in any case of letters. A column that the file lacks, or a "
                    + "cell that is empty, leaves its field as it is.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Form.class)))
    public Uni<Response> products(MultipartFormDataInput input) throws IOException {
        return start("products", input);
    }

    @POST
    @Path("specifications")
    @Operation(
            summary = "Import specifications of articles from a file, as a job",
            description = "A row is known by sku and spec_name, or by sku and feature_id; its value is checked as "
                    + "that of a request is.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Form.class)))
    public Uni<Response> specifications(MultipartFormDataInput input) throws IOException {
        return start("specifications", input);
    }

    @POST
    @Path("packs")
    @Operation(
            summary = "Import packs of articles from a file, as a job",
            description =
                    "A row is known by sku and code; the number of the pack itself stands in the column " + "pack_sku.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Form.class)))
    public Uni<Response> packs(MultipartFormDataInput input) throws IOException {
        return start("packs", input);
    }

    @POST
    @Path("prices")
    @Operation(
            summary = "Import prices of articles from a file, as a job",
            description =
                    "A row without effective_from holds from now on, in the place of the one that holds " + "now.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Form.class)))
    public Uni<Response> prices(MultipartFormDataInput input) throws IOException {
        return start("prices", input);
    }

    @POST
    @Path("stock")
    @Operation(
            summary = "Import stock from a file, as a job",
            description =
                    "A row is known by sku and warehouse; another quantity_on_hand is booked as an " + "adjustment.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Form.class)))
    public Uni<Response> stock(MultipartFormDataInput input) throws IOException {
        return start("stock", input);
    }

    @POST
    @Path("customers")
    @Operation(summary = "Import customers from a file, as a job", description = "The column code is the key.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Form.class)))
    public Uni<Response> customers(MultipartFormDataInput input) throws IOException {
        return start("customers", input);
    }

    private Uni<Response> start(String kind, MultipartFormDataInput input) throws IOException {
        call.query().checkQuery();
        var form = FormFile.read(input, ImportSettings::read);
        var parameters = form.options().parameters(mappings.of(call.caller(), kind, form.options()));
        try (var body = form.open()) {
            return jobs.submit(call, FileImport.name(kind), parameters, body);
        }
    }
}
