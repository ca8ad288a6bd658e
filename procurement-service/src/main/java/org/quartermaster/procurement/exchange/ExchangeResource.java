package org.quartermaster.procurement.exchange;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.rest.BodyLimit;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.exchange.PublishedOcids.Form;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.source.ReleaseSchema;

/** Checks and compiles documents of others, and gives out what is stored. */
@Path("/api/v1/ocds")
@Tag(name = "ocds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class ExchangeResource {
    private static final int MOST_MIB = 10;

    private final Call call;
    private final ReleaseSchema schema;
    private final PublishedOcids published;

    @Inject
    ExchangeResource(Call call, ReleaseSchema schema, PublishedOcids published) {
        this.call = call;
        this.schema = schema;
        this.published = published;
    }

    @POST
    @Path("validate")
    @Blocking
    @BodyLimit(MOST_MIB)
    @Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson"})
    @Operation(
            summary = "Hold a document against OCDS 1.1.5, without storing it",
            description = "Releases, packages, records, or JSON lines of them, up to 10 MB.")
    @APIResponseSchema(ValidationView.class)
    public Response validate(InputStream body) {
        call.query().checkQuery();
        return Response.ok(Document.read(body, schema.release()).validation()).build();
    }

    /** NB: as text, because the numbers of a release keep all their digits. */
    @POST
    @Path("compile")
    @Blocking
    @BodyLimit(MOST_MIB)
    @Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson"})
    @Operation(
            summary = "Compile the releases of a document, without storing it",
            description = "versioned=true adds all successive values with the release of each.")
    @APIResponseSchema(CompilationView.class)
    public Response compile(InputStream body) {
        var query = call.query();
        var isVersioned = query.bool("versioned").or(false);
        query.checkQuery();
        var compilation = Document.read(body, schema.release()).compilation(isVersioned);
        var answer = Json.NODES.objectNode();
        compilation.compiled().forEach(answer.putArray("compiled")::add);
        if (compilation.versioned() != null) {
            compilation.versioned().forEach(answer.putArray("versioned")::add);
        }
        compilation.issues().forEach(answer.putArray("issues")::addPOJO);
        return Response.ok(Json.text(answer)).build();
    }

    @GET
    @Path("releases/{ocid}")
    @Operation(
            summary = "All releases of an ocid as a valid release package",
            description = "raw=true shows them as they came, with all their faults.")
    @APIResponse(
            responseCode = "200",
            description = "The release package",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public Uni<Response> releases(String ocid) {
        var query = call.query();
        var isRaw = query.bool("raw").or(false);
        query.checkQuery();
        return published.releases(call.caller(), ocid, new Form(isRaw, false)).map(ExchangeResource::ok);
    }

    @GET
    @Path("records/{ocid}")
    @Operation(
            summary = "The records of an ocid with their compiled releases as a valid record package",
            description = "versioned=true adds the versioned releases, raw=true shows the releases as they came.")
    @APIResponse(
            responseCode = "200",
            description = "The record package",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public Uni<Response> records(String ocid) {
        var query = call.query();
        var form = new Form(query.bool("raw").or(false), query.bool("versioned").or(false));
        query.checkQuery();
        return published.records(call.caller(), ocid, form).map(ExchangeResource::ok);
    }

    private static Response ok(String json) {
        return Response.ok(json).build();
    }
}
