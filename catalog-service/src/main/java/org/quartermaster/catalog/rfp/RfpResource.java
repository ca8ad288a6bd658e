package org.quartermaster.catalog.rfp;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.quartermaster.catalog.row.CatalogPage;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.problem.Messages;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.BodyLimit;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Requests for quotation. */
@Path("/api/v1/rfps")
@Tag(name = "rfps")
@Produces(MediaType.APPLICATION_JSON)
public final class RfpResource {
    /** A file of 20 MiB and the form around it, in MiB. */
    private static final int LARGEST_BODY = 21;

    private final Call call;
    private final Endpoints endpoints;
    private final Idempotency idempotency;
    private final RfpList list;
    private final RfpService rfps;

    @Inject
    RfpResource(Call call, Endpoints endpoints, Idempotency idempotency, RfpList list, RfpService rfps) {
        this.call = call;
        this.endpoints = endpoints;
        this.idempotency = idempotency;
        this.list = list;
        this.rfps = rfps;
    }

    private Locale language() {
        return Messages.language(call.header("Accept-Language"));
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Requests, the newest first")
    public Uni<RestResponse<CatalogPage<RfpView>>> find() {
        var language = language();
        return endpoints.list(RfpView.class, (caller, query) -> list.find(caller, query, language), CatalogPage::of);
    }

    @POST
    @Blocking
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @BodyLimit(LARGEST_BODY)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Send a request as a file of at most 20 MB",
            description = "Text, Markdown, PDF with text, DOCX, CSV or XLSX, known by the content. The document is read"
                    + " in the background: analysis_status tells how far that is.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = RfpForm.class)))
    @APIResponseSchema(value = RfpView.class, responseCode = "201")
    public Response upload(MultipartFormDataInput input) throws IOException {
        call.query().checkQuery();
        var form = RfpForm.read(input);
        return create(form.rfp(), Idempotency.key(call, form.identity()));
    }

    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @BodyLimit(LARGEST_BODY)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Send a request as text")
    @APIResponseSchema(value = RfpView.class, responseCode = "201")
    public Response create(InputStream body) throws IOException {
        var json = body.readAllBytes();
        var rfp = NewRfp.ofText(call.json(json, Fields.Nulls.IGNORED));
        return create(rfp, Idempotency.key(call, json));
    }

    private Response create(NewRfp rfp, Idempotency.Key key) {
        var caller = call.caller();
        var language = language();
        return Awaiting.result(() -> idempotency.once(caller, key, unit -> rfps.create(unit, rfp, language)))
                .response();
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One request with its text")
    @APIResponseSchema(RfpView.class)
    public Uni<Response> get(String id) {
        var language = language();
        return endpoints.get(
                caller -> list.get(caller, RfpRepository.id(id), language).map(Answer::ok));
    }

    @GET
    @Path("{id}/file")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "The document as it came, as a file to be saved")
    public Uni<Response> file(String id) {
        call.query().checkQuery();
        var known = call.header("If-None-Match");
        return list.file(call.caller(), RfpRepository.id(id)).map(row -> file(row, known));
    }

    /** RFC 6266, with the name in UTF-8 (RFC 8187). */
    private static Response file(Row row, String known) {
        var tag = new EntityTag(HexFormat.of().formatHex(row.getBuffer("sha256").getBytes()));
        if (ETags.unchanged(known, tag)) {
            return Response.notModified(tag).build();
        }
        var name = URLEncoder.encode(row.getString("document_name"), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return Response.ok(row.getBuffer("content").getBytes(), row.getString("media_type"))
                .tag(tag)
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .build();
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Correct what was read of a request, or say that it is reviewed or rejected (JSON Merge Patch)")
    @APIResponseSchema(RfpView.class)
    public Uni<Response> patch(String id, byte[] body) {
        var language = language();
        return endpoints.patch(
                body, (unit, ifMatch, fields) -> rfps.update(unit, RfpRepository.id(id), ifMatch, fields, language));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Delete a request that no quotation was made of; its analysis ends")
    public Uni<Response> delete(String id) {
        return endpoints.delete((unit, ifMatch) -> rfps.delete(unit, RfpRepository.id(id), ifMatch));
    }

    @POST
    @Path("{id}/analyze")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Read the document once more; what people decided on its lines stays")
    @APIResponseSchema(RfpView.class)
    public Uni<Response> analyze(String id) {
        var language = language();
        return act((unit, ifMatch) -> rfps.analyze(unit, RfpRepository.id(id), language));
    }

    @POST
    @Path("{id}/close")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Say that a request is done with")
    @APIResponseSchema(RfpView.class)
    public Uni<Response> close(String id) {
        var language = language();
        return act((unit, ifMatch) -> rfps.close(unit, RfpRepository.id(id), ifMatch, language));
    }

    private Uni<Response> act(BiFunction<UnitOfWork, String, Uni<Answer>> work) {
        call.query().checkQuery();
        var ifMatch = call.header("If-Match");
        return idempotency.once(call, new byte[0], unit -> work.apply(unit, ifMatch));
    }
}
