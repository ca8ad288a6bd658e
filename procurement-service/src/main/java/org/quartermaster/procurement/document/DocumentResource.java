package org.quartermaster.procurement.document;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;

/** Documents of tenders, one at a time. */
@Path("/api/v1/documents/{doc_id}")
@Tag(name = "documents")
@Produces(MediaType.APPLICATION_JSON)
public final class DocumentResource {
    private final Call call;
    private final Endpoints endpoints;
    private final DocumentList list;
    private final DocumentStore store;
    private final DocumentService documents;
    private final Blobs blobs;

    @Inject
    DocumentResource(
            Call call,
            Endpoints endpoints,
            DocumentList list,
            DocumentStore store,
            DocumentService documents,
            Blobs blobs) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.store = store;
        this.documents = documents;
        this.blobs = blobs;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "What is known of a document")
    @APIResponseSchema(DocumentView.class)
    public Uni<Response> get(String doc_id) {
        return endpoints.get(caller -> list.get(caller, doc_id).map(Answer::ok));
    }

    @GET
    @Path("content")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "The document itself, as a file to be saved")
    public RestMulti<Buffer> content(String doc_id) {
        call.query().checkQuery();
        var caller = call.caller();
        return RestMulti.fromUniResponse(
                list.withContent(caller, doc_id),
                document -> blobs.pieces(caller, document.filePath()),
                DocumentResource::headers);
    }

    /** RFC 6266, with the name in UTF-8 (RFC 8187). */
    private static Map<String, List<String>> headers(DocumentView document) {
        var name = document.fileName() == null ? document.docId().toString() : document.fileName();
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        var type = document.mimeType() == null ? MediaType.APPLICATION_OCTET_STREAM : document.mimeType();
        return Map.of(
                "Content-Type", List.of(type),
                "Content-Disposition", List.of("attachment; filename*=UTF-8''" + encoded));
    }

    @GET
    @Path("text")
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            summary = "The text that was found in a document",
            description = "Sources of answers name places in it: start and end count UTF-16 units.")
    @APIResponseSchema(String.class)
    public Uni<String> text(String doc_id) {
        call.query().checkQuery();
        return list.text(call.caller(), doc_id);
    }

    @DELETE
    @RolesAllowed(Roles.DATA_ADMIN)
    @Operation(summary = "Delete a document with its text, and its content where no other document has the same")
    public Uni<Response> delete(String doc_id) {
        return endpoints.deleteGlobal((unit, ifMatch) -> store.delete(unit, doc_id, ifMatch));
    }

    @POST
    @Path("extract")
    @Blocking
    @RolesAllowed(Roles.DATA_ADMIN)
    @Operation(
            summary = "Read the text of a document once more, as a job",
            description =
                    "Of PDF, DOCX, XLSX, ODT, HTML and plain text, by what the content is. A document that only its"
                            + " publisher has is fetched first, where the setting documents.fetch allows it.")
    @APIResponseSchema(value = Jobs.JobAccepted.class, responseCode = "202")
    public Response extract(String doc_id) throws Exception {
        call.query().checkQuery();
        return documents.extract(call, doc_id).response();
    }
}
