package org.quartermaster.procurement.cpv;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.job.JobConfig;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.BodyLimit;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** The Common Procurement Vocabulary. */
@Path("/api/v1/cpv")
@Tag(name = "cpv")
@Produces(MediaType.APPLICATION_JSON)
public final class CpvResource {
    private static final int MOST_CODES = 1_000;

    private final Call call;
    private final Endpoints endpoints;
    private final CpvList list;
    private final Jobs jobs;

    @Inject
    CpvResource(Call call, Endpoints endpoints, CpvList list, Jobs jobs) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.jobs = jobs;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Listed codes by the beginning of the code, words of their labels, level and parent")
    public Uni<RestResponse<Page<CpvView>>> find() {
        return endpoints.list(CpvView.class, list::find);
    }

    @GET
    @Path("{code}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One listed code, by 8 digits with or without check digit, or by its digits without zeros")
    @APIResponseSchema(CpvView.class)
    public Uni<Response> get(String code) {
        return endpoints.get((caller, query) -> list.get(caller, code, query).map(Answer::ok));
    }

    @GET
    @Path("{code}/children")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "The listed codes of which it is the nearest one above")
    public Uni<RestResponse<Page<CpvView>>> children(String code) {
        return endpoints.list(CpvView.class, (caller, query) -> list.children(caller, code, query));
    }

    @GET
    @Path("{code}/subtree")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "A listed code and all that begin with it")
    public Uni<RestResponse<Page<CpvView>>> subtree(String code) {
        return endpoints.list(CpvView.class, (caller, query) -> list.subtree(caller, code, query));
    }

    /** The verdicts, in the order of the codes. */
    @Schema(name = "CpvVerdicts")
    record Verdicts(List<CpvVerdict> items) {}

    @POST
    @Path("validate")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Hold up to 1,000 codes against the list")
    public Uni<Verdicts> validate(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("codes");
        var codes = fields.texts("codes");
        if (codes.size() > MOST_CODES) {
            fields.error("codes", "too_many_values", MOST_CODES);
        }
        fields.checkStrictly();
        var parsed = codes.stream().flatMap(code -> Cpv.parse(code).stream()).toList();
        return list.listed(call.caller(), parsed)
                .map(listed -> new Verdicts(codes.stream()
                        .map(code -> Cpv.parse(code)
                                .map(found -> CpvVerdict.of(code, found, listed))
                                .orElseGet(() -> CpvVerdict.malformed(code)))
                        .toList()));
    }

    @POST
    @Path("import")
    @Blocking
    @RolesAllowed(Roles.DATA_ADMIN)
    @Consumes({"text/csv", "application/csv", "text/plain", MediaType.APPLICATION_OCTET_STREAM})
    @Operation(
            summary = "Add and change codes by a CSV file, as a job; none is deleted",
            description = "Columns code;description with the parameter lang, or code and a column for each language,"
                    + " named by it. UTF-8, semicolon or comma. Wrong rows are reported by their line.")
    @APIResponse(
            responseCode = "202",
            description = "The job that imports the file; Location names it",
            content = @Content(schema = @Schema(implementation = Jobs.JobAccepted.class)))
    @BodyLimit(property = JobConfig.MAX_INPUT)
    public Uni<Response> start(InputStream body) {
        var query = call.query();
        var language = CpvImport.language(query);
        query.checkQuery();
        return jobs.submit(
                call, CpvImportKind.NAME, JsonNodeFactory.instance.objectNode().put("lang", language), body);
    }
}
